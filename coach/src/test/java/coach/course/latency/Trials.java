package coach.course.latency;

import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Runs a measurement many times over, each with other draws from the same source. */
record Trials(Supplier<Simulation.Source> source, SamplingPlan plan, int draws) {

    static final int DRAWS = 300;

    Trials(Supplier<Simulation.Source> source, SamplingPlan plan) {
        this(source, plan, DRAWS);
    }

    /** Counts the draws that end like this. */
    long count(Claim claim, Predicate<MeasurementOutcome> end) {
        return LongStream.range(0, draws)
                .parallel()
                .mapToObj(seed -> Simulation.outcome(source.get(), seed, plan, claim))
                .filter(end)
                .count();
    }

    long proven(Claim claim) {
        return count(claim, MeasurementOutcome::passes);
    }

    long refuted(Claim claim) {
        return count(claim, outcome -> outcome.verdict() == Verdict.REFUTED);
    }
}
