package accesslog.input;

import java.util.Arrays;

/** Lists where the records of one worker stand in a block. */
final class RecordList {

    /** A restart of the server stands between records; its end is the number of the run that begins. */
    static final int RESTART = 1;

    static final int DOUBTFUL = 2;
    static final int TOO_LONG = 4;
    static final int NO_RECORD = 8;
    static final int HALF = 16;
    static final int RAW_NEWLINE = 32;
    /** The other half of a name with a newline in it, behind a line that may be forged: understood, and of no use. */
    static final int REST = 64;

    private static final int FIELDS = 4;

    private int[] fields = new int[FIELDS * 4_096];
    private int size;

    void add(int start, int end, int line, int flags) {
        if (size + FIELDS > fields.length) {
            fields = Arrays.copyOf(fields, fields.length * 2);
        }
        fields[size] = start;
        fields[size + 1] = end;
        fields[size + 2] = line;
        fields[size + 3] = flags;
        size += FIELDS;
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size / FIELDS;
    }

    int start(int index) {
        return fields[index * FIELDS];
    }

    int end(int index) {
        return fields[index * FIELDS + 1];
    }

    /** Counted from the first line of the block. */
    int line(int index) {
        return fields[index * FIELDS + 2];
    }

    int flags(int index) {
        return fields[index * FIELDS + 3];
    }
}
