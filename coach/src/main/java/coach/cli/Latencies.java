package coach.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** The latencies of a series of requests, and the number of those that failed; a failure is counted and not timed. */
final class Latencies {

    private static final String ROW = "%10s %10s %10s %10s %9s %7s";
    private static final String HEAD = "path";
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final int UNEVEN = 3;
    private static final int SAMPLES_FOR_P95 = 20;
    private static final int SAMPLES_FOR_P99 = 100;

    private final String path;
    private final Histogram nanos = new Histogram(SIGNIFICANT_DIGITS);
    private long totalNanos;
    private int errors;
    private String lastError = "";

    Latencies(String path) {
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

    long percentileNanos(double percentile) {
        return nanos.getValueAtPercentile(percentile);
    }

    double p50Millis() {
        return percentileNanos(50) / 1e6;
    }

    /** NaN where there are too few samples for it to mean anything; p99 likewise. */
    double p95Millis() {
        return nanos.getTotalCount() < SAMPLES_FOR_P95 ? Double.NaN : percentileNanos(95) / 1e6;
    }

    double p99Millis() {
        return nanos.getTotalCount() < SAMPLES_FOR_P99 ? Double.NaN : percentileNanos(99) / 1e6;
    }

    /** Whether some answers took far longer than most. */
    boolean isUneven() {
        return hasAnswers() && p95Millis() > UNEVEN * p50Millis();
    }

    /** The rate of one client that asks again as soon as it has its answer. */
    private double requestsPerSecond() {
        return nanos.getTotalCount() * 1e9 / totalNanos;
    }

    /** @return a line for each path, and below them a line for each path with errors */
    static String table(List<Latencies> measured) {
        int width = Stream.concat(Stream.of(HEAD), measured.stream().map(Latencies::path))
                .mapToInt(String::length)
                .max()
                .orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append(padded(HEAD, width)).append(ROW.formatted("p50", "p95", "p99", "max", "req/s", "errors"));
        measured.forEach(latencies -> text.append(System.lineSeparator())
                .append(padded(latencies.path, width))
                .append(latencies.row()));
        measured.stream()
                .filter(latencies -> latencies.errors > 0)
                .forEach(latencies -> text.append("%n%s: %s failed, the last with %s"
                        .formatted(latencies.path, latencies.errors, latencies.lastError)));
        return text.toString();
    }

    private String row() {
        if (!hasAnswers()) {
            return ROW.formatted("-", "-", "-", "-", "-", errors);
        }
        return ROW.formatted(
                millis(p50Millis()),
                millis(p95Millis()),
                millis(p99Millis()),
                millis(nanos.getMaxValue() / 1e6),
                String.format(Locale.ROOT, "%.1f", requestsPerSecond()),
                errors);
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
