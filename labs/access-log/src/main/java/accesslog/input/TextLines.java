package accesslog.input;

import accesslog.record.Bytes;

/** Tells what a line of the text log is from its looks, without reading all of it. */
final class TextLines {

    /** "[21/Nov/2026:07:16:24" */
    private static final int SECONDS_END = 21;

    private static final int LONGEST_STAMP = 50;

    private TextLines() {}

    static boolean isRecord(byte[] bytes, int start, int end) {
        return end - start > SECONDS_END + 1
                && bytes[start] == '['
                && bytes[start + 3] == '/'
                && bytes[start + 7] == '/'
                && bytes[start + 12] == ':'
                && Bytes.isDigit(bytes[start + 1])
                && Bytes.isDigit(bytes[start + 8]);
    }

    /** Where the text behind "conn=" begins, or -1. */
    static int connection(byte[] bytes, int start, int end) {
        int bracket = Bytes.indexOf(bytes, start + SECONDS_END, Math.min(end, start + LONGEST_STAMP), ']');
        return bracket > 0 && Bytes.startsWith(bytes, bracket, end, "] conn=") ? bracket + 7 : -1;
    }

    /** The number that begins there; 0, the server itself, for "Internal(0)" and rubbish. */
    static long number(byte[] bytes, int start, int end) {
        long number = 0;
        for (int at = start; at < end && Bytes.isDigit(bytes[at]) && at - start < 18; at++) {
            number = number * 10 + bytes[at] - '0';
        }
        return number;
    }

    /** Says whether behind "conn=" follows "7 fd=64 slot=64 connection from". */
    static boolean begins(byte[] bytes, int connection, int end) {
        int space = Bytes.indexOf(bytes, connection, end, ' ');
        if (space < 0 || !Bytes.startsWith(bytes, space, end, " fd=")) {
            return false;
        }
        int slot = Bytes.indexOf(bytes, space + 4, end, ' ');
        return slot > 0 && Bytes.startsWith(bytes, slot, end, " slot=");
    }

    /**
     * Says whether a record stops within a name, as one does where a name has a newline in it.
     *
     * <p>Names are the server's only texts without escapes. Then the last quote of the record is one that opens.
     */
    static boolean isOpen(byte[] bytes, int connection, int end) {
        if (isResultWithoutName(bytes, connection, end)) {
            return false;
        }
        int quote = Bytes.lastIndexOf(bytes, connection, end, '"');
        return quote > connection && bytes[quote - 1] == '=' && opensName(bytes, connection, quote);
    }

    /** Results are half of all lines, and only that of a bind has a name. */
    private static boolean isResultWithoutName(byte[] bytes, int connection, int end) {
        int operation = Bytes.indexOf(bytes, connection, Math.min(end, connection + LONGEST_STAMP), 'R');
        return operation > 0
                && bytes[operation - 1] == ' '
                && Bytes.startsWith(bytes, operation, end, "RESULT err=")
                && !Bytes.startsWith(bytes, operation, end, "RESULT err=0 tag=97 ");
    }

    // dn=" base=" newrdn=" newsuperior=" authzid="
    private static boolean opensName(byte[] bytes, int start, int quote) {
        return Bytes.endsWith(bytes, start, quote, "dn=")
                || Bytes.endsWith(bytes, start, quote, " base=")
                || Bytes.endsWith(bytes, start, quote, " newsuperior=")
                || Bytes.endsWith(bytes, start, quote, " authzid=");
    }
}
