package accesslog.record;

/** Reads the times of a result, which look like decimal fractions. */
public final class ElapsedTime {

    private static final long SECOND = 1_000_000_000L;
    /** The server always writes at least nine; fewer were written by hand. */
    private static final int SERVER_DIGITS = 9;
    /** More seconds than that no long of nanoseconds holds. */
    private static final long MOST_SECONDS = 9_000_000_000L;

    private ElapsedTime() {}

    /**
     * Gives nanoseconds, or {@link LogRecord#ABSENT} where the text is no time.
     *
     * <pre>
     *   0.000716987          716,987 ns
     *   -161634.769201119                 -161,634 s + 769,201,119 ns: the fraction stays positive
     *   3                   3,000,000,000 ns
     * </pre>
     */
    public static long nanos(byte[] bytes, int start, int end) {
        boolean negative = start < end && bytes[start] == '-';
        int at = negative ? start + 1 : start;
        long seconds = 0;
        int first = at;
        while (at < end && Bytes.isDigit(bytes[at]) && seconds < MOST_SECONDS) {
            seconds = seconds * 10 + bytes[at++] - '0';
        }
        if (at == first || seconds > MOST_SECONDS) {
            return LogRecord.ABSENT;
        }
        long whole = (negative ? -seconds : seconds) * SECOND;
        if (at == end) {
            return whole;
        }
        long fraction = bytes[at] == '.' ? fraction(bytes, at + 1, end) : LogRecord.ABSENT;
        return fraction == LogRecord.ABSENT ? LogRecord.ABSENT : whole + fraction;
    }

    private static long fraction(byte[] bytes, int start, int end) {
        int digits = end - start;
        if (digits < 1 || digits > SERVER_DIGITS + 1) {
            return LogRecord.ABSENT;
        }
        long count = 0;
        // TODO(lab 13): the nanoseconds behind the dot. How many digits are there, and what do the stamps say?
        for (; digits < SERVER_DIGITS; digits++) {
            count *= 10;
        }
        return count;
    }
}
