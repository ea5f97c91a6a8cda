package coach.cli.measure;

import java.util.List;
import java.util.Locale;

/** Latencies for people: a line for each path, side by side. */
record LatencyTable(List<PathLatencies> measured) {

    private static final String HEAD = "%10s %10s %10s %10s %9s %7s";

    String text() {
        int width = measured.stream()
                .mapToInt(latencies -> latencies.path().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        text.append(padded("path", width)).append(HEAD.formatted("p50", "p95", "p99", "max", "req/s", "errors"));
        for (PathLatencies latencies : measured) {
            text.append(System.lineSeparator())
                    .append(padded(latencies.path(), width))
                    .append(line(latencies));
        }
        measured.stream()
                .filter(latencies -> latencies.errors() > 0)
                .forEach(latencies -> text.append("%n%s: %d failed, the last with %s"
                        .formatted(latencies.path(), latencies.errors(), latencies.lastError())));
        return text.toString();
    }

    private static String line(PathLatencies latencies) {
        if (!latencies.hasAnswers()) {
            return HEAD.formatted("-", "-", "-", "-", "-", latencies.errors());
        }
        return HEAD.formatted(
                millis(latencies.p50Millis()),
                millis(latencies.p95Millis()),
                millis(latencies.p99Millis()),
                millis(latencies.maxMillis()),
                String.format(Locale.ROOT, "%.1f", latencies.requestsPerSecond()),
                latencies.errors());
    }

    private static String millis(double millis) {
        return Double.isNaN(millis) ? "-" : String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
