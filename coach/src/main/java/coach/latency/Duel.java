package coach.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Measures two sides against each other, until a claim about them is decided.
 *
 * <p>Nothing is judged before all starts of the plan have contributed. Each of them takes a batch; the last goes on, batch by
 * batch. Where that does not decide, it is all done once more, with as many fresh starts that take the most at once. The samples
 * of the first attempt stay: leaving out those that did not please would be a way to get any verdict in the end.
 */
public final class Duel {

    private static final int ATTEMPTS = 2;

    private final Side before;
    private final Side after;
    private final Runnable startAfresh;
    private final Plan plan;
    private final LongSupplier nanoTime;
    private long measuringNanos;
    private long startingNanos;

    /**
     * @param startAfresh puts new JVMs in the place of both sides' and waits until they answer; for the first start it is not
     *     called, as both sides are up when the duel begins
     * @param nanoTime {@code System::nanoTime}, or a test's
     */
    public Duel(Side before, Side after, Runnable startAfresh, Plan plan, LongSupplier nanoTime) {
        this.before = before;
        this.after = after;
        this.startAfresh = startAfresh;
        this.plan = plan;
        this.nanoTime = nanoTime;
    }

    /** @throws IOException when a side gave no answer, or a wrong one */
    public Outcome judge(Claim claim) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        Outcome outcome = attempt(claim, starts, plan.batch());
        return outcome.verdict().isDecided() ? outcome : attempt(claim, starts, plan.most());
    }

    private Outcome attempt(Claim claim, List<Start> starts, int roundsOfEarlierStarts)
            throws IOException, InterruptedException {
        for (int i = 1; i < plan.starts(); i++) {
            measure(freshTurns(starts), roundsOfEarlierStarts, starts);
        }
        Turns turns = freshTurns(starts);
        for (int look = 1; ; look++) {
            measure(turns, plan.batch(), starts);
            boolean lastLook = look == plan.batches();
            Outcome outcome = look(claim, starts, new Risk(claim.risk(), ATTEMPTS, plan.batches()).of(lastLook));
            if (lastLook || outcome.verdict().isDecided()) {
                return outcome;
            }
        }
    }

    /** Of both sides started afresh and warmed up. */
    private Turns freshTurns(List<Start> starts) throws IOException, InterruptedException {
        if (!starts.isEmpty()) {
            long began = nanoTime.getAsLong();
            startAfresh.run();
            startingNanos += nanoTime.getAsLong() - began;
        }
        starts.add(new Start());
        Turns turns = new Turns(before, after, nanoTime);
        measure(turns, plan.warmUp(), List.of(new Start()));
        return turns;
    }

    private void measure(Turns turns, int rounds, List<Start> starts) throws IOException, InterruptedException {
        long began = nanoTime.getAsLong();
        turns.ask(rounds, starts.get(starts.size() - 1));
        measuringNanos += nanoTime.getAsLong() - began;
    }

    private Outcome look(Claim claim, List<Start> starts, double acceptedRisk) {
        Comparison seen = Comparison.of(starts, acceptedRisk);
        return new Outcome(
                claim.judge(seen),
                claim,
                latencies(before, starts, Start::before),
                latencies(after, starts, Start::after),
                seen,
                starts.size());
    }

    private static Latencies latencies(Side side, List<Start> starts, Function<Start, double[]> nanos) {
        return new Latencies(
                side.name(),
                starts.stream()
                        .flatMapToDouble(start -> Arrays.stream(nanos.apply(start)))
                        .toArray());
    }

    /** How long the requests took so far, warm-up and all. */
    public Duration measuring() {
        return Duration.ofNanos(measuringNanos);
    }

    /** How long the fresh starts took so far. */
    public Duration starting() {
        return Duration.ofNanos(startingNanos);
    }
}
