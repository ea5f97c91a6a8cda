package coach.course.latency;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The latencies of one side's requests, over all fresh starts. */
final class LatencySamples {

    private static final int SAMPLES_FOR_P95 = 20;

    private final String name;
    private final double[] sortedNanos;

    LatencySamples(String name, double[] nanos) {
        this.name = name;
        this.sortedNanos = nanos.clone();
        Arrays.sort(sortedNanos);
    }

    public String name() {
        return name;
    }

    public int samples() {
        return sortedNanos.length;
    }

    public double p50Nanos() {
        return Median.of(sortedNanos);
    }

    /** Gives the 95th percentile; empty if there are too few samples for it. */
    public OptionalDouble p95Nanos() {
        int rank = (int) Math.ceil(0.95 * samples());
        return samples() < SAMPLES_FOR_P95 ? OptionalDouble.empty() : OptionalDouble.of(sortedNanos[rank - 1]);
    }

    // "before 462 ms (p95 481)"
    String sentence() {
        String p50 = name + " " + LatencyText.millis(p50Nanos());
        return p95Nanos().isEmpty()
                ? p50
                : p50 + " (p95 " + LatencyText.number(p95Nanos().getAsDouble()) + ")";
    }
}
