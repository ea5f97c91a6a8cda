package coach.course.check;

import coach.bar.environment.OutputScreen;
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
import traces.waterfall.Waterfall;

/** What a step's test may use: the bar with the code on trial, the one with the code before it, and a fair measurement of both. */
public final class StepContext {

    private final int state;
    private final boolean byHand;
    private final TestBar after;
    private final Supplier<TestBar> before;
    private final SortedMap<String, Path> files;
    private final Care care;
    private final List<String> said = new ArrayList<>();
    private final List<MeasurementOutcome> outcomes = new ArrayList<>();
    private final List<SkippedTest> skipped = new ArrayList<>();
    private boolean failed;

    /**
     * @param state the number of the state on trial; for a learner's code that of the state it has reached, or of the step that
     *     is checked, whichever is later
     * @param before opens the official state before the step, when it is first asked for
     * @param files the code on trial, by its paths
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

    /** How thoroughly latency is measured. */
    public enum Care {
        /** For a learner who waits: one start of each JVM, and a second where that does not decide. */
        CHECK,
        /** For the proof. */
        PROOF
    }

    /** The bar with the code on trial. */
    public TestBar after() {
        return after;
    }

    /** A bar of its own with the official state before the step. */
    public TestBar before() {
        return before.get();
    }

    public int state() {
        return state;
    }

    boolean byHand() {
        return byHand;
    }

    /** A file of the code on trial, such as {@code beer-donut-app/otel.properties}. */
    public Optional<Path> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** All files of the code on trial, by their paths. */
    public SortedMap<String, Path> files() {
        return files;
    }

    /** Says something that a reader should see, below the test's own line. */
    public void say(String text) {
        said.add(text);
    }

    /** Shows a trace below the test's own line. */
    public void show(TraceTree tree) {
        List<String> lines = new Waterfall(tree, false).lines(OutputScreen.detect(), ZoneId.systemDefault());
        say(String.join(System.lineSeparator(), lines));
    }

    /**
     * Measures the code on trial against the state before, asking both for this path in turn, until the claim is decided.
     *
     * @throws AssertionError when it is refuted
     * @throws InconclusiveMeasurement when it is not decided after the most samples
     */
    public void prove(Claim claim, String path, SampleSize pace) {
        prove(
                claim,
                new RepeatedRequest("before", before().app(), path),
                new RepeatedRequest("after", after.app(), path),
                pace);
    }

    /** As above, with questions of one's own; each names what it asks. */
    public void prove(Claim claim, MeasuredSide before, MeasuredSide after, SampleSize pace) {
        JvmRestarter restarts = new JvmRestarter(this.after, this::before, before, after);
        PairedMeasurement duel =
                new PairedMeasurement(before, after, restarts::startAfresh, plan(pace), System::nanoTime);
        try {
            restarts.warmUp();
            MeasurementOutcome outcome = duel.judge(claim);
            outcomes.add(outcome);
            say(outcome.sentence());
            judge(outcome);
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
        }
    }

    private static AssertionError failed(Throwable e) {
        return new AssertionError("A request that was measured failed: " + e.getMessage(), e);
    }

    private static void judge(MeasurementOutcome outcome) {
        switch (outcome.verdict()) {
            case PROVEN -> {}
            case REFUTED -> throw new AssertionError(outcome.sentence());
            case INCONCLUSIVE -> throw new InconclusiveMeasurement(outcome.sentence());
        }
    }

    private SamplingPlan plan(SampleSize pace) {
        return pace.plan(care == Care.PROOF ? 2 : 1);
    }

    /** What has been said since this was last asked. */
    List<String> said() {
        List<String> all = List.copyOf(said);
        said.clear();
        return all;
    }

    /** What was measured, in its order. */
    public List<MeasurementOutcome> outcomes() {
        return List.copyOf(outcomes);
    }

    void skip(SkippedTest test) {
        skipped.add(test);
    }

    /** The tests that did not run, in their order. */
    public List<SkippedTest> skipped() {
        return List.copyOf(skipped);
    }

    boolean hasFailed() {
        return failed;
    }

    void fail() {
        failed = true;
    }
}
