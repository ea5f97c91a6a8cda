package coach.course.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Measures two sides against each other until a claim about them is decided.
 *
 * <p>No verdict is given before all starts of the plan have contributed. Each of them takes a batch; the last
 * is looked at early, and goes on batch by batch. Where that does not decide, it is all done once more, and then a third
 * time, with as many fresh starts that take the most at once. All earlier samples stay: leaving out those that did not
 * please would be a way to get any verdict in the end.
 */
public final class PairedMeasurement {

    /** The third is for a busy machine: of a hundred simulated pairs of equal sides it leaves 1 undecided, two leave 5. */
    private static final int ATTEMPTS = 3;

    private final MeasuredSide before;
    private final MeasuredSide after;
    private final Runnable startAfresh;
    private final SamplingPlan plan;
    private final LongSupplier nanoTime;
    private long measuringNanos;
    private long startingNanos;

    /**
     * @param startAfresh puts new JVMs in the place of both sides' and waits until they answer; for the first start
     *     it is not called, as both sides are up when the measurement begins
     * @param nanoTime {@code System::nanoTime}, or a test's
     */
    public PairedMeasurement(
            MeasuredSide before, MeasuredSide after, Runnable startAfresh, SamplingPlan plan, LongSupplier nanoTime) {
        this.before = before;
        this.after = after;
        this.startAfresh = startAfresh;
        this.plan = plan;
        this.nanoTime = nanoTime;
    }

    /** @throws IOException when a side gave no answer, or a wrong one */
    public MeasurementOutcome measure(Claim claim) throws IOException, InterruptedException {
        List<JvmRun> starts = new ArrayList<>();
        MeasurementOutcome outcome = attempt(claim, starts, plan.batch());
        for (int attempt = 2; attempt <= ATTEMPTS && !outcome.verdict().isDecided(); attempt++) {
            outcome = attempt(claim, starts, plan.most());
        }
        return outcome;
    }

    private MeasurementOutcome attempt(Claim claim, List<JvmRun> starts, int roundsOfEarlierStarts)
            throws IOException, InterruptedException {
        for (int i = 1; i < plan.starts(); i++) {
            measure(freshSampler(starts), roundsOfEarlierStarts, starts);
        }
        InterleavedSampler sampler = freshSampler(starts);
        AlphaSpending risk =
                new AlphaSpending(claim.risk(), ATTEMPTS, plan.looks().size());
        int rounds = 0;
        MeasurementOutcome outcome = null;
        for (int look : plan.looks()) {
            measure(sampler, look - rounds, starts);
            rounds = look;
            outcome = look(claim, starts, risk.of(look == plan.most()));
            if (outcome.verdict().isDecided()) {
                break;
            }
        }
        return outcome;
    }

    /** Makes a sampler of both sides, newly started and warmed up. */
    private InterleavedSampler freshSampler(List<JvmRun> starts) throws IOException, InterruptedException {
        if (!starts.isEmpty()) {
            long began = nanoTime.getAsLong();
            startAfresh.run();
            startingNanos += nanoTime.getAsLong() - began;
        }
        starts.add(new JvmRun());
        InterleavedSampler sampler = new InterleavedSampler(before, after, nanoTime);
        measure(sampler, plan.warmUp(), List.of(new JvmRun()));
        return sampler;
    }

    private void measure(InterleavedSampler sampler, int rounds, List<JvmRun> starts)
            throws IOException, InterruptedException {
        long began = nanoTime.getAsLong();
        sampler.ask(rounds, starts.get(starts.size() - 1));
        measuringNanos += nanoTime.getAsLong() - began;
    }

    private MeasurementOutcome look(Claim claim, List<JvmRun> starts, double acceptedRisk) {
        LatencyRatio seen = LatencyRatio.of(starts, acceptedRisk);
        return new MeasurementOutcome(
                claim.verdict(seen),
                claim,
                latencies(before, starts, JvmRun::before),
                latencies(after, starts, JvmRun::after),
                seen,
                starts.size());
    }

    private static LatencySamples latencies(MeasuredSide side, List<JvmRun> starts, Function<JvmRun, double[]> nanos) {
        return new LatencySamples(
                side.name(),
                starts.stream()
                        .flatMapToDouble(start -> Arrays.stream(nanos.apply(start)))
                        .toArray());
    }

    /** Gives the time that the requests took so far, including the warm-up. */
    public Duration measuring() {
        return Duration.ofNanos(measuringNanos);
    }

    /** Gives the time that the fresh starts took so far. */
    public Duration starting() {
        return Duration.ofNanos(startingNanos);
    }
}
