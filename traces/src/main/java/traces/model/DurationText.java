package traces.model;

import java.util.List;
import java.util.Locale;

/** Writes durations for people, in at most seven letters: 7.0 µs, 0.42 ms, 5.8 ms, 462 ms, 1.27 s, 12 min. */
public final class DurationText {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final long YEAR = 365 * DAY + 6 * HOUR;

    private static final List<Form> FORMS = List.of(
            new Form(10 * MICRO, MICRO, 1, "µs"),
            new Form(100 * MICRO, MICRO, 0, "µs"),
            new Form(MILLI, MILLI, 2, "ms"),
            new Form(100 * MILLI, MILLI, 1, "ms"),
            new Form(SECOND, MILLI, 0, "ms"),
            new Form(10 * SECOND, SECOND, 2, "s"),
            new Form(100 * SECOND, SECOND, 1, "s"),
            new Form(10 * MINUTE, SECOND, 0, "s"),
            new Form(10 * HOUR, MINUTE, 0, "min"),
            new Form(1_000 * HOUR, HOUR, 0, "h"),
            new Form(1_000 * DAY, DAY, 0, "d"),
            new Form(10 * YEAR, YEAR, 1, "y"));

    private static final Form LONGEST = new Form(Long.MAX_VALUE, YEAR, 0, "y");

    private DurationText() {}

    public static String text(long nanos) {
        // The smallest number of all has no counterpart.
        long size = nanos == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(nanos);
        if (size == 0) {
            return "0 µs";
        }
        Form form = FORMS.stream().filter(one -> one.suits(size)).findFirst().orElse(LONGEST);
        return (nanos < 0 ? "-" : "") + form.text(size);
    }

    /** Writes a difference, with its sign: +3.1 ms, −391 ms, ±0. */
    public static String difference(long nanos) {
        if (nanos == 0) {
            return "±0";
        }
        return nanos > 0 ? "+" + text(nanos) : "−" + text(nanos).substring(1);
    }

    /**
     * The way to write durations up to a limit.
     *
     * @param places behind the point
     */
    private record Form(long limit, long unit, int places, String suffix) {

        /**
         * Returns whether the rounded size is within the limit: 99.96 ms is rounded to 100.0, which has a letter too
         * many.
         */
        boolean suits(long size) {
            return size < limit && rounded(size) * step() < limit;
        }

        String text(long size) {
            return String.format(Locale.ROOT, "%." + places + "f %s", (double) rounded(size) * step() / unit, suffix);
        }

        private long rounded(long size) {
            return size / step() + size % step() * 2 / step();
        }

        private long step() {
            return places == 0 ? unit : places == 1 ? unit / 10 : unit / 100;
        }
    }
}
