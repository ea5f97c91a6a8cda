package sockettracer.text;

import java.util.Locale;

/** Writes times and sizes for a reader. */
public final class Units {

    private Units() {}

    /** Such as {@code 1.8 ms}. */
    public static String time(long nanos) {
        double millis = nanos / 1e6;
        return millis >= 10_000
                ? String.format(Locale.ROOT, "%.1f s", millis / 1000)
                : String.format(Locale.ROOT, millis >= 100 ? "%.0f ms" : millis >= 1 ? "%.1f ms" : "%.2f ms", millis);
    }

    /** Such as {@code 1.2 kB}. */
    public static String bytes(long count) {
        return count < 1000
                ? count + " B"
                : count < 1_000_000
                        ? String.format(Locale.ROOT, "%.1f kB", count / 1e3)
                        : String.format(Locale.ROOT, "%.1f MB", count / 1e6);
    }

    /** The first letters of a text, with dots where it goes on. */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }
}
