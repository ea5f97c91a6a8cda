package accesslog.record;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads the stamps of records; keeps the day of the last one, because the next has the same. */
final class Stamp {

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final long SECOND = 1_000_000_000L;
    private static final int HOUR = 3600;
    /** Outside of these a stamp is no stamp: the server is younger than the first. */
    private static final int FIRST_YEAR = 1990;

    private static final int LAST_YEAR = 2199;

    private final byte[] day = new byte[11];
    private long dayStart;

    /** Where reading ended: behind the closing bracket and its space. */
    int end;

    long nanos;

    /** Says whether a line begins as a record of the text log does: [dd/Mon/yyyy:HH */
    static boolean begins(byte[] bytes, int start, int end) {
        return end - start > 22
                && bytes[start] == '['
                && bytes[start + 3] == '/'
                && bytes[start + 7] == '/'
                && bytes[start + 12] == ':'
                && Bytes.isDigit(bytes[start + 1])
                && Bytes.isDigit(bytes[start + 8]);
    }

    /** Reads [21/Nov/2026:13:34:56.747486321 +0530] and the space behind it; false where that is no stamp. */
    boolean read(byte[] bytes, int start, int limit) {
        if (!begins(bytes, start, limit) || !sameDay(bytes, start + 1) && !newDay(bytes, start + 1)) {
            return false;
        }
        int time = start + 13;
        int hour = two(bytes, time);
        int minute = two(bytes, time + 3);
        int second = two(bytes, time + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return false;
        }
        return fractionAndZone(bytes, time + 8, limit, dayStart + hour * HOUR + minute * 60 + second);
    }

    private boolean fractionAndZone(byte[] bytes, int from, int limit, long seconds) {
        int at = from;
        long fraction = 0;
        if (at < limit && bytes[at] == '.') {
            int digits = 0;
            for (at++; at < limit && Bytes.isDigit(bytes[at]); at++, digits++) {
                fraction = digits < 9 ? fraction * 10 + bytes[at] - '0' : fraction;
            }
            for (; digits < 9; digits++) {
                fraction *= 10;
            }
        }
        if (at < limit && bytes[at] == ' ') {
            at++;
        }
        int bracket = zoneEnd(bytes, at, limit);
        if (bracket < 0 || bracket + 1 >= limit || bytes[bracket + 1] != ' ') {
            return false;
        }
        nanos = (seconds - offset(bytes, at, bracket)) * SECOND + fraction;
        end = bracket + 2;
        return true;
    }

    private static int zoneEnd(byte[] bytes, int start, int limit) {
        int at = start;
        if (at < limit && bytes[at] == 'Z') {
            at++;
        } else if (at < limit && (bytes[at] == '+' || bytes[at] == '-')) {
            at++;
            while (at < limit && Bytes.isDigit(bytes[at])) {
                at++;
            }
            int digits = at - start - 1;
            if (digits != 4 && digits != 6) {
                return -1;
            }
        }
        return at > start && at < limit && bytes[at] == ']' ? at : -1;
    }

    // "+0530" -> 19800; "+051800" -> 19800 too: versions before 3.1.0 write the rest of the hour in seconds.
    static int offset(byte[] bytes, int start, int end) {
        if (bytes[start] == 'Z') {
            return 0;
        }
        int rest = 0;
        for (int at = start + 3; at < end; at++) {
            rest = rest * 10 + bytes[at] - '0';
        }
        int seconds = two(bytes, start + 1) * HOUR + (end - start == 5 ? rest * 60 : rest);
        return bytes[start] == '-' ? -seconds : seconds;
    }

    private boolean sameDay(byte[] bytes, int start) {
        // Eleven bytes, in two steps that overlap.
        return Bytes.sameEight(bytes, start, day, 0) && Bytes.sameEight(bytes, start + 3, day, 3);
    }

    private boolean newDay(byte[] bytes, int start) {
        int month = MONTHS.indexOf(new String(bytes, start + 3, 3, java.nio.charset.StandardCharsets.ISO_8859_1));
        int year = two(bytes, start + 7) * 100 + two(bytes, start + 9);
        if (month < 0 || month % 3 != 0 || year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        try {
            dayStart = LocalDate.of(year, month / 3 + 1, two(bytes, start)).toEpochDay() * 24 * HOUR;
        } catch (DateTimeException e) {
            return false;
        }
        System.arraycopy(bytes, start, day, 0, day.length);
        return true;
    }

    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1_000 : tens * 10 + ones;
    }
}
