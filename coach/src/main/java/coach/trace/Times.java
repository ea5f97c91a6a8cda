package coach.trace;

import java.util.Locale;

/** Durations for people, in at most seven letters: 7 µs, 0.42 ms, 5.8 ms, 462 ms, 1.27 s, 3 min. */
public final class Times {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Times() {}

    public static String text(long nanos) {
        long size = Math.abs(nanos);
        if (size < 100 * MICRO) {
            return number(nanos, MICRO, size < 10 * MICRO && size > 0 ? 1 : 0) + " µs";
        }
        if (size < SECOND) {
            int places = size < MILLI ? 2 : size < 100 * MILLI ? 1 : 0;
            return number(nanos, MILLI, places) + " ms";
        }
        if (size < 600 * SECOND) {
            return number(nanos, SECOND, size < 10 * SECOND ? 2 : size < 100 * SECOND ? 1 : 0) + " s";
        }
        return number(nanos, 60 * SECOND, 0) + " min";
    }

    /** With its sign, for a difference: +3.1 ms, −391 ms, ±0. */
    public static String difference(long nanos) {
        if (nanos == 0) {
            return "±0";
        }
        return nanos > 0 ? "+" + text(nanos) : "−" + text(-nanos);
    }

    private static String number(long nanos, long unit, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", (double) nanos / unit);
    }
}
