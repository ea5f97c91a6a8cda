package accesslog.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes numbers for people: two or three digits, and the unit that fits. */
final class Units {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);
    private static final double SECOND = 1e9;

    private Units() {}

    // 850 ns, 34 µs, 1.2 ms, 340 ms, 2.5 s, 12 min, 3.4 h
    static String time(double nanos) {
        if (nanos < 999.5) {
            return format(nanos, "ns");
        }
        if (nanos < 999.5e3) {
            return format(nanos / 1e3, "µs");
        }
        if (nanos < 999.5e6) {
            return format(nanos / 1e6, "ms");
        }
        if (nanos < 119.5 * SECOND) {
            return format(nanos / SECOND, "s");
        }
        return nanos < 119.5 * 60 * SECOND ? format(nanos / 60 / SECOND, "min") : format(nanos / 3600 / SECOND, "h");
    }

    private static String format(double number, String unit) {
        return String.format(Locale.ROOT, number < 9.95 ? "%.1f %s" : "%,.0f %s", number, unit);
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    // 0.35, 7.2, 1,234
    static String rate(double number) {
        return String.format(Locale.ROOT, number < 1 ? "%.2f" : number < 99.5 ? "%.1f" : "%,.0f", number);
    }

    static String bytes(long number) {
        return number < 999_500
                ? String.format(Locale.ROOT, "%,.0f kB", Math.ceil(number / 1e3))
                : number < 9_950_000
                        ? String.format(Locale.ROOT, "%.1f MB", number / 1e6)
                        : String.format(Locale.ROOT, "%,.0f MB", number / 1e6);
    }

    static String share(double part, double whole) {
        if (whole <= 0 || part <= 0) {
            return "0 %";
        }
        double percent = part / whole * 100;
        return percent < 0.95 ? "<1 %" : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String moment(long seconds) {
        return TIME.format(Instant.ofEpochSecond(seconds));
    }

    static String clock(long seconds) {
        return CLOCK.format(Instant.ofEpochSecond(seconds));
    }

    static String plural(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }
}
