package steps;

import coach.bar.ServiceProgram;
import coach.bar.compiler.CompilationError;
import coach.bar.compiler.CompiledServices;
import coach.course.Course;
import coach.course.State;
import coach.course.Step;
import coach.course.check.BarFactory;
import coach.course.check.StepContext;
import coach.course.check.StepTestResult;
import coach.course.check.StepTestRunner;
import coach.course.check.TestBar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The bars of the proof: each state is opened once, and serves as the state before the next one. */
final class Proof implements AutoCloseable {

    static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    /** A bar also serves the next step's test, which may need the score service. */
    private static final int NEXT = 1;

    /** The step that measures the score service; the others measure the app. */
    private static final int SCORES_ARE_MEASURED = 11;

    final Course course = Course.in(REPOSITORY);
    private final BarFactory bars =
            new BarFactory(REPOSITORY, Path.of("target", "proof").toAbsolutePath());
    private final Turns turns = new Turns();
    private final Map<String, CompletableFuture<TestBar>> open = new ConcurrentHashMap<>();

    /** Gives the open bar of a state, compiled strictly; opens it at the first call, which is made in its turn. */
    TestBar running(State state) {
        return open.computeIfAbsent(
                        state.name(),
                        name -> CompletableFuture.supplyAsync(() -> bar(state).open()))
                .join();
    }

    /** Runs work that counts, beside other such work; what it measures is measured alone. */
    <T> T inTurn(Supplier<T> work) {
        return turns.counting(work);
    }

    private TestBar bar(State state) {
        boolean ofALab = course.labs().stream().anyMatch(lab -> lab.number() == number(state));
        CompiledServices code = bars.code(state);
        return ofALab ? bars.ofLab(code) : bars.of(code, number(state) + NEXT);
    }

    static int number(State state) {
        return Integer.parseInt(state.name().substring(0, 2));
    }

    /** Runs the step's test on that state, with the latency measured against the state before. */
    StepRun run(Step step, boolean byHand, State state) {
        return run(step, byHand, running(state), state);
    }

    /** Runs the step's test on a bar that is open already. */
    StepRun run(Step step, boolean byHand, TestBar running, State state) {
        Supplier<TestBar> before = () -> running(course.before(step));
        Supplier<TestBar> kept = () -> open.containsKey(nameBefore(state))
                ? open.get(nameBefore(state)).join()
                : before.get();
        StepContext.Care care = care(step, state);
        StepContext context = new StepContext(number(state), byHand, running, kept, state.files(), care);
        context.measureIn(turns.measuring());
        if (care == StepContext.Care.PROOF && !byHand && step.number() > 1) {
            startAhead(step, running, before.get());
        }
        List<StepTestResult> results = new ArrayList<>();
        new StepTestRunner(context, results::add).run(step.testClass());
        return new StepRun(step, results, context.outcomes());
    }

    /** Makes the JVMs of the second start ready while the test still counts: most of what it does then is waiting. */
    private void startAhead(Step step, TestBar... bars) {
        ServiceProgram restarted = step.number() == SCORES_ARE_MEASURED ? ServiceProgram.SCORES : ServiceProgram.APP;
        CompletableFuture.runAsync(() -> turns.counting(() -> {
            for (TestBar bar : bars) {
                bar.startAhead(restarted);
            }
            return null;
        }));
    }

    /** Measures with more care where the step's own state is under test. */
    private static StepContext.Care care(Step step, State state) {
        return step.number() == number(state) ? StepContext.Care.PROOF : StepContext.Care.CHECK;
    }

    private String nameBefore(State state) {
        return course.before(course.step(number(state))).name();
    }

    /** Opens a bar with code that is compiled as a learner's; the caller closes it. */
    TestBar openLearners(State state, Step step, boolean traced) throws CompilationError {
        CompiledServices code = bars.codeOfALearner(state);
        return bars.of(traced ? code : code.untraced(), step.number(), step).open();
    }

    /** Closes the state's bar. */
    void close(State state) {
        CompletableFuture<TestBar> running = open.remove(state.name());
        if (running != null) {
            running.thenAccept(TestBar::close).join();
        }
    }

    @Override
    public void close() {
        open.values()
                .forEach(running -> running.thenAccept(TestBar::close)
                        .exceptionally(e -> null)
                        .join());
    }
}
