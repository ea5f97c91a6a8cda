package coach.course.check;

import coach.bar.compiler.CompiledServices;
import coach.course.Step;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Opens the bars of checks from what an open bar has ready: backends with a JVM that waits for the code under test, and
 * a bar with the state before.
 *
 * <p>The state before is the same for everybody, so that its bar outlives a check; but it serves one verdict for each
 * version of the code, and no more: whoever checks the same code again gets other JVMs, and no sample is used twice.
 */
public final class PreparedBars implements CheckBars, AutoCloseable {

    private final BarFactory bars;
    private Optional<LocalTestBar> waiting = Optional.empty();
    private final Object keptLock = new Object();
    private Optional<KeptBar> kept = Optional.empty();
    private volatile boolean closed;

    public PreparedBars(BarFactory bars) {
        this.bars = bars;
    }

    /**
     * Makes a bar ready for the next check of that code or a later version of it. Does not wait until its JVM is ready.
     *
     * @param number the number of the state that the code has reached, or of the step, whichever is later
     */
    public synchronized void prepareAfter(CompiledServices code, int number) {
        if (closed
                || waiting.filter(bar -> bar.canRun(code, bars.withScores(number)))
                        .isPresent()) {
            return;
        }
        waiting.ifPresent(TestBar::close);
        waiting = Optional.of(bars.local(code, number).openBackends());
    }

    /** Opens the state before that step, unless it is open already. */
    public void prepareBefore(Step step, CompiledServices codeBefore) {
        synchronized (keptLock) {
            if (!closed && kept(step, codeBefore).isEmpty()) {
                replaceKept(codeBefore, step);
            }
        }
    }

    private Optional<KeptBar> kept(Step step, CompiledServices codeBefore) {
        return kept.filter(bar -> bar.holds(codeBefore, bars.withScores(step.number())));
    }

    private KeptBar replaceKept(CompiledServices codeBefore, Step step) {
        kept.ifPresent(KeptBar::close);
        kept = Optional.empty();
        KeptBar bar = new KeptBar(bars.of(codeBefore, step.number()).open(), codeBefore);
        kept = Optional.of(bar);
        return bar;
    }

    @Override
    public synchronized Session open(
            CompiledServices code, Step step, int number, Supplier<CompiledServices> codeBefore) {
        if (step.lab().isPresent()) {
            // Its bars have other agents.
            return new FreshBars(bars).open(code, step, number, codeBefore);
        }
        Optional<LocalTestBar> ready = waiting.filter(bar -> bar.withScores() == bars.withScores(number));
        if (ready.isEmpty()) {
            return new PreparedSession(bars.of(code, number).open(), code, step, codeBefore);
        }
        waiting = Optional.empty();
        return new PreparedSession(ready.get().open(code), code, step, codeBefore);
    }

    private TestBar before(CompiledServices code, Step step, CompiledServices codeBefore) {
        synchronized (keptLock) {
            return kept(step, codeBefore)
                    .filter(bar -> bar.isNewTo(code))
                    .orElseGet(() -> replaceKept(codeBefore, step))
                    .serve(code);
        }
    }

    @Override
    public void close() {
        closed = true;
        synchronized (this) {
            waiting.ifPresent(TestBar::close);
        }
        synchronized (keptLock) {
            kept.ifPresent(KeptBar::close);
        }
    }

    private final class PreparedSession implements Session {

        private final TestBar after;
        private final CompiledServices code;
        private final Step step;
        private final Supplier<CompiledServices> codeBefore;
        private TestBar before;

        private PreparedSession(
                TestBar after, CompiledServices code, Step step, Supplier<CompiledServices> codeBefore) {
            this.after = after;
            this.code = code;
            this.step = step;
            this.codeBefore = codeBefore;
        }

        @Override
        public TestBar after() {
            return after;
        }

        @Override
        public TestBar before() {
            if (before == null) {
                before = PreparedBars.this.before(code, step, codeBefore.get());
            }
            return before;
        }

        @Override
        public void close() {
            after.close();
        }
    }
}
