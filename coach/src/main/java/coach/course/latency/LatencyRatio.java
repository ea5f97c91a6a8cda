package coach.course.latency;

import java.util.List;

/**
 * The difference between the after side's median and the before side's.
 *
 * @param ratio after over before
 * @param differenceNanos after less before
 */
record LatencyRatio(ConfidenceInterval ratio, ConfidenceInterval differenceNanos) {

    /** @param risk how probable it may be that the truth lies below the bounds, and the same again for above */
    static LatencyRatio of(List<JvmRun> starts, double risk) {
        Bootstrap bootstrap = new Bootstrap(starts);
        double value = bootstrap.mean();
        double low = Math.min(value, bootstrap.quantile(risk));
        double high = Math.max(value, bootstrap.quantile(1 - risk));
        ConfidenceInterval ratio = new ConfidenceInterval(Math.exp(value), Math.exp(low), Math.exp(high));
        return new LatencyRatio(ratio, difference(before(starts), ratio));
    }

    /** Gives the before side's latency over all starts; a mean of logarithms, as the ratio is one. */
    private static double before(List<JvmRun> starts) {
        return Math.exp(starts.stream()
                .mapToDouble(start -> Math.log(Median.of(start.before())))
                .average()
                .orElseThrow());
    }

    // What is uncertain about a difference is the ratio: a before side that took 3 % more makes it 3 % larger, no more.
    private static ConfidenceInterval difference(double before, ConfidenceInterval ratio) {
        return new ConfidenceInterval(
                before * (ratio.value() - 1), before * (ratio.low() - 1), before * (ratio.high() - 1));
    }
}
