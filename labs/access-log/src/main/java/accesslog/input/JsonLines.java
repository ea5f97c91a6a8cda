package accesslog.input;

import accesslog.record.Bytes;

/** Tells what a record of the JSON log is from its looks. Within a value quotes are escaped, so a quoted key with a colon is a key. */
final class JsonLines {

    private JsonLines() {}

    /** Where the number of its connection begins, or -1. */
    static int connection(byte[] bytes, int start, int end) {
        return value(bytes, start, end, "\"conn_id\"");
    }

    /** Says whether it is the record of a connection that begins. */
    static boolean begins(byte[] bytes, int start, int end) {
        int operation = value(bytes, start, end, "\"operation\"");
        return operation > 0 && Bytes.startsWith(bytes, operation, end, "\"CONNECTION\"");
    }

    static boolean isComplete(byte[] bytes, int start, int end) {
        return bytes[end - 1] == '}' && (bytes[start + 1] != '\n' || end - start > 2 && bytes[end - 2] == '\n');
    }

    private static int value(byte[] bytes, int start, int end, String key) {
        int at = start;
        while ((at = Bytes.indexOf(bytes, at, end, key)) >= 0) {
            int colon = afterSpaces(bytes, at + key.length(), end);
            if (colon < end && bytes[colon] == ':') {
                return afterSpaces(bytes, colon + 1, end);
            }
            at++;
        }
        return -1;
    }

    private static int afterSpaces(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        return at;
    }
}
