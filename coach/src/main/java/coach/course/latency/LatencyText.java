package coach.course.latency;

import java.math.BigDecimal;
import java.util.Locale;

/** Formats ratios and milliseconds with no more digits than are significant. */
final class LatencyText {

    private static final double NANOS_A_MILLI = 1e6;

    private LatencyText() {}

    // 0.0521 -> "0.052", 1.024 -> "1.02", 48.31 -> "48.3"
    private static String ratio(double ratio) {
        if (ratio >= 10) {
            return format("%.1f", ratio);
        }
        return format(ratio >= 0.1 ? "%.2f" : "%.3f", ratio);
    }

    // 0.052 -> "19 times as quick", 56.1 -> "56 times as long", 0.98 -> "as long"
    static String times(double ratio) {
        if (ratio > 0.95 && ratio < 1.05) {
            return "about as long";
        }
        double times = ratio < 1 ? 1 / ratio : ratio;
        String number =
                times >= 9.95 ? format("%.0f", times) : format("%.1f", times).replace(".0", "");
        return number + (ratio < 1 ? " times as quick" : " times as long");
    }

    static String ratio(ConfidenceInterval ratio) {
        return "%s (%s to %s)".formatted(ratio(ratio.value()), ratio(ratio.low()), ratio(ratio.high()));
    }

    static String difference(ConfidenceInterval nanos) {
        return "%s (%s to %s)".formatted(millis(nanos.value()), number(nanos.low()), number(nanos.high()));
    }

    static String millis(double nanos) {
        return number(nanos) + " ms";
    }

    // 462,100,000 -> "462", 4,130,000 -> "4.1", 130,000 -> "0.13"
    static String number(double nanos) {
        double millis = nanos / NANOS_A_MILLI;
        if (Math.abs(millis) >= 10) {
            return format("%.0f", millis);
        }
        return format(Math.abs(millis) >= 1 ? "%.1f" : "%.2f", millis);
    }

    /** Formats a number as it was typed: {@code 0.25}, {@code 20}. */
    static String claimed(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String format(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
