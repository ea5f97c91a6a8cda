package coach.course.check;

import coach.bar.environment.UserError;
import coach.course.latency.Claim;
import coach.course.latency.MeasuredSide;
import coach.course.latency.MeasurementOutcome;
import coach.course.latency.PairedMeasurement;
import coach.course.latency.SamplingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.waterfall.Waterfall;

/**
 * The things that a step's test uses: a bar with the code under test, a bar with the code before it, and a fair
 * measurement of both.
 */
public final class StepContext {

    /** The width of a drawing where nobody says how wide the terminal is. */
    private static final int LINE = 80;

    private final int state;
    private final boolean byHand;
    private final TestBar after;
    private final Supplier<TestBar> before;
    private final SortedMap<String, Path> files;
    private final Care care;
    private final List<String> notes = new ArrayList<>();
    private final List<MeasurementOutcome> outcomes = new ArrayList<>();
    private final List<SkippedTest> skipped = new ArrayList<>();
    private Screen screen = Screen.plain(LINE);
    private Quiet quiet = () -> () -> {};
    private volatile boolean failed;

    /**
     * @param state the number of the state under test; for a learner's code that of the state it has reached, or of
     *     the step that is checked, whichever is later
     * @param before opens the official state before the step, when it is first asked for
     * @param files the code under test, by its paths
     */
    public StepContext(
            int state,
            boolean byHand,
            TestBar after,
            Supplier<TestBar> before,
            SortedMap<String, Path> files,
            Care care) {
        this.state = state;
        this.byHand = byHand;
        this.after = after;
        this.before = before;
        this.files = files;
        this.care = care;
    }

    /** The care with which latency is measured. */
    public enum Care {
        /** For a learner who waits: one start of each JVM, and a second where that does not decide. */
        CHECK,
        /** For the proof. */
        PROOF
    }

    /** Gives the bar with the code under test. */
    public TestBar after() {
        return after;
    }

    /** Gives a second bar, with the official state before the step. */
    public TestBar before() {
        return before.get();
    }

    public int state() {
        return state;
    }

    boolean byHand() {
        return byHand;
    }

    /** Finds a file of the code under test, such as {@code beer-donut-app/otel.properties}. */
    public Optional<Path> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Gives all files of the code under test, by their paths. */
    public SortedMap<String, Path> files() {
        return files;
    }

    /** Notes a text that a reader sees below the test's own line. */
    public void say(String text) {
        notes.add(text);
    }

    /** Sets what to wait for before latency is measured. */
    public void measureIn(Quiet other) {
        quiet = other;
    }

    /** Runs work that sends requests to the state before, or is timed. */
    public <T> T undisturbed(Supplier<T> work) {
        Runnable end = quiet.begin();
        try {
            return work.get();
        } finally {
            end.run();
        }
    }

    /** Sets where traces are shown. */
    void showOn(Screen shown) {
        screen = shown;
    }

    /** Shows a trace below the test's own line. */
    public void show(TraceTree tree) {
        Screen beside = screen.beside(CheckReport.NOTE_INDENT.length());
        List<String> lines = new Waterfall(tree, false).lines(beside, ZoneId.systemDefault());
        say(String.join(System.lineSeparator(), lines));
    }

    /**
     * Measures the code under test against the state before, asking both for this path in turn, until the claim is
     * decided.
     *
     * @throws AssertionError when it is refuted
     * @throws InconclusiveMeasurement when it is not decided after the most samples
     */
    public void prove(Claim claim, String path, SampleSize size) {
        prove(
                claim,
                new RepeatedRequest("before", before().app(), path),
                new RepeatedRequest("after", after.app(), path),
                size);
    }

    /** Measures two requests of the test's own choice against each other; each has a name. */
    public void prove(Claim claim, MeasuredSide before, MeasuredSide after, SampleSize size) {
        JvmRestarter restarts = new JvmRestarter(this.after, this::before, before, after);
        PairedMeasurement measurement =
                new PairedMeasurement(before, after, restarts::startAfresh, plan(size), System::nanoTime);
        Runnable end = quiet.begin();
        try {
            restarts.warmUp();
            MeasurementOutcome outcome = measurement.measure(claim);
            outcomes.add(outcome);
            say(outcome.sentence());
            expectProven(outcome);
        } catch (CompletionException e) {
            if (e.getCause() instanceof UserError notUp) {
                throw notUp;
            }
            throw failed(e.getCause());
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } finally {
            end.run();
        }
    }

    private static AssertionError failed(Throwable e) {
        return new AssertionError("A request that was measured failed: " + e.getMessage(), e);
    }

    private static void expectProven(MeasurementOutcome outcome) {
        switch (outcome.verdict()) {
            case PROVEN -> {}
            case REFUTED -> throw new AssertionError(outcome.sentence());
            case INCONCLUSIVE -> throw new InconclusiveMeasurement(outcome.sentence());
        }
    }

    private SamplingPlan plan(SampleSize size) {
        return size.plan(care == Care.PROOF ? 2 : 1);
    }

    /** Gives the notes since this was last called. */
    List<String> takeNotes() {
        List<String> all = List.copyOf(notes);
        notes.clear();
        return all;
    }

    /** Gives the outcomes of all measurements, in their order. */
    public List<MeasurementOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    void skip(SkippedTest test) {
        skipped.add(test);
    }

    /** Gives the tests that did not run, in their order. */
    List<SkippedTest> skipped() {
        return List.copyOf(skipped);
    }

    boolean hasFailed() {
        return failed;
    }

    void fail() {
        failed = true;
    }
}
