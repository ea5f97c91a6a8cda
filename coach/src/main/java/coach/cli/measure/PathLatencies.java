package coach.cli.measure;

import org.HdrHistogram.Histogram;

/** How long the requests of one path took, and how many failed; failures are counted, not timed. */
final class PathLatencies {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int SAMPLES_FOR_P95 = 20;
    private static final int SAMPLES_FOR_P99 = 100;

    private final String path;
    private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);
    private long totalNanos;
    private int errors;
    private String lastError = "";

    PathLatencies(String path) {
        this.path = path;
    }

    void answered(long tookNanos) {
        nanos.recordValue(tookNanos);
        totalNanos += tookNanos;
    }

    void failed(String error) {
        errors++;
        lastError = error;
    }

    String path() {
        return path;
    }

    int errors() {
        return errors;
    }

    String lastError() {
        return lastError;
    }

    boolean hasAnswers() {
        return nanos.getTotalCount() > 0;
    }

    double p50Millis() {
        return nanos.getValueAtPercentile(50) / 1e6;
    }

    /** NaN where there are too few samples for it to mean anything; so is p99. */
    double p95Millis() {
        return nanos.getTotalCount() < SAMPLES_FOR_P95 ? Double.NaN : nanos.getValueAtPercentile(95) / 1e6;
    }

    double p99Millis() {
        return nanos.getTotalCount() < SAMPLES_FOR_P99 ? Double.NaN : nanos.getValueAtPercentile(99) / 1e6;
    }

    double maxMillis() {
        return nanos.getMaxValue() / 1e6;
    }

    /** By one client that asks again as soon as it has its answer. */
    double requestsPerSecond() {
        return nanos.getTotalCount() * 1e9 / totalNanos;
    }
}
