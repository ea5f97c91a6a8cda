package accesslog.input;

import accesslog.record.Bytes;
import java.io.IOException;
import java.io.InputStream;

/** Cuts the input into records and gives each to the worker of its connection. Reads one byte of a record for every ten that a worker reads. */
final class RecordSplitter {

    /** Longer than any record: the server cuts at 2,048 bytes, and names with newlines are no longer. */
    private static final int LONGEST = 1 << 16;

    /** How far behind a name with a newline a client may have forged records: as far as a record can reach. */
    static final int REACH = 2_048;

    private static final long SECOND = 1_000_000_000L;

    private final BlockQueue queue;
    private final ConnectionNumbers numbers = new ConnectionNumbers();
    private Block block;
    private int run = 1;
    private long line = 1;
    private int scanned;
    private boolean skipping;
    private boolean decided;
    private boolean newFile;
    private long lastPulse = System.nanoTime();

    /** The record whose end is not known before the next one begins; -1 where there is none. */
    private int start = -1;

    private int end;
    private long startLine;
    private boolean open;
    private int flags;
    private long doubtfulUntil = Long.MIN_VALUE;

    RecordSplitter(BlockQueue queue) {
        this.queue = queue;
        block = queue.empty();
    }

    /** Half a record at the end of the file before may be continued in this one. */
    void begin(LogFile next) {
        flush();
        block.file = next;
        line = 1;
        block.firstLine = 1;
        decided = false;
        newFile = block.length > 0;
    }

    /** Reads what is there, at most to the end of a block; -1 at the end of the file. */
    int read(InputStream in) throws IOException {
        if (block.length == Block.SIZE) {
            makeRoom();
        }
        int from = block.length;
        int count = in.read(block.bytes, from, Block.SIZE - from);
        if (count > 0) {
            block.length += count;
            if (newFile) {
                afterHalfRecord(from);
            }
            lines();
        }
        return count;
    }

    /** Says whether the next file begins with a record of its own, or with the rest of the last one's. */
    private void afterHalfRecord(int from) {
        newFile = false;
        byte first = block.bytes[from];
        if (first == '[' || first == '{' || first == '\t') {
            block.lists[0].add(0, from, 0, RecordList.HALF);
            scanned = from;
        }
    }

    private void lines() {
        int newline;
        while ((newline = Bytes.indexOf(block.bytes, scanned, block.length, '\n')) >= 0) {
            int lineStart = scanned;
            scanned = newline + 1;
            if (skipping) {
                skipping = false;
            } else {
                boolean windows = newline > lineStart && block.bytes[newline - 1] == '\r';
                line(lineStart, windows ? newline - 1 : newline);
            }
            line++;
        }
        if (skipping) {
            block.length = scanned;
        }
    }

    private void line(int from, int to) {
        byte first = from == to ? 0 : block.bytes[from];
        boolean record = first == '[' && TextLines.isRecord(block.bytes, from, to);
        if (!decided && (record || first == '{')) {
            decide(first == '{');
        }
        if (block.json) {
            jsonLine(from, to, first);
        } else if (record) {
            finish();
            begin(from, to);
        } else {
            otherLine(from, to, first);
        }
    }

    /** A block is of one format, for it is read by one parser. */
    private void decide(boolean json) {
        decided = true;
        block.json = json;
    }

    private void begin(int from, int to) {
        start = from;
        end = to;
        startLine = line;
        flags = block.offset + from < doubtfulUntil ? RecordList.DOUBTFUL : 0;
        checkOpen();
    }

    private void checkOpen() {
        int connection = TextLines.connection(block.bytes, start, end);
        open = connection > 0 && TextLines.isOpen(block.bytes, connection, end);
        if (open) {
            doubtfulUntil = Math.max(doubtfulUntil, block.offset + start + REACH);
        }
    }

    private void otherLine(int from, int to, byte first) {
        if (open && start >= 0 && to - start <= REACH) {
            end = to;
            flags |= RecordList.RAW_NEWLINE;
            checkOpen();
        } else if (to > from && first != '\t') {
            finish();
            int kind = block.offset + from < doubtfulUntil ? RecordList.REST : RecordList.NO_RECORD;
            block.lists[0].add(from, to, (int) (line - block.firstLine), kind);
        }
    }

    /** In both JSON formats a record begins in the first column; one that the server has cut ends with a bracket on a line of its own. */
    private void jsonLine(int from, int to, byte first) {
        if (first == '{') {
            finish();
            start = from;
            end = to;
            startLine = line;
            flags = 0;
            open = false;
        } else if (start >= 0) {
            end = to;
        } else if (to > from) {
            block.lists[0].add(from, to, (int) (line - block.firstLine), RecordList.NO_RECORD);
        }
    }

    private void finish() {
        if (start < 0) {
            return;
        }
        int kind = flags | (end - start > LONGEST ? RecordList.TOO_LONG : 0);
        int connection = block.json
                ? JsonLines.connection(block.bytes, start, end)
                : TextLines.connection(block.bytes, start, end);
        long conn = connection < 0 ? 0 : TextLines.number(block.bytes, connection, end);
        if (connection > 0 && (kind & RecordList.DOUBTFUL) == 0) {
            lookForRestart(conn, connection);
        }
        block.lists[(int) (conn % block.lists.length)].add(start, end, (int) (startLine - block.firstLine), kind);
        start = -1;
        open = false;
    }

    private void lookForRestart(long conn, int connection) {
        boolean begins =
                block.json ? JsonLines.begins(block.bytes, start, end) : TextLines.begins(block.bytes, connection, end);
        if (!begins) {
            numbers.seen(conn);
            return;
        }
        if (numbers.isRestart(conn)) {
            run++;
            numbers.restart();
            for (RecordList list : block.lists) {
                list.add(-1, run, (int) (startLine - block.firstLine), RecordList.RESTART);
            }
        }
        numbers.begins(conn);
    }

    /** Hands the block over, and takes what is not finished into the next one. */
    private void makeRoom() {
        int rest = start >= 0 ? start : scanned;
        if (rest == 0) {
            tooLong();
            return;
        }
        flush();
    }

    private void tooLong() {
        if (start >= 0) {
            finish();
        } else if (!skipping) {
            skipping = true;
            block.lists[0].add(0, Math.min(LONGEST, block.length), (int) (line - block.firstLine), RecordList.TOO_LONG);
            scanned = block.length;
        }
        flush();
    }

    void flush() {
        int rest = start >= 0 ? start : scanned;
        if (rest == 0) {
            return;
        }
        Block next = queue.empty();
        next.file = block.file;
        next.json = block.json;
        next.offset = block.offset + rest;
        next.length = block.length - rest;
        next.firstLine = start >= 0 ? startLine : line;
        System.arraycopy(block.bytes, rest, next.bytes, 0, next.length);
        scanned -= rest;
        end -= rest;
        start = start >= 0 ? 0 : -1;
        Block full = block;
        block = next;
        queue.put(full);
    }

    /** Nothing more comes for now: gives away what is complete, and keeps a line that still grows. */
    void idle() {
        if (start >= 0 && !open && (!block.json || JsonLines.isComplete(block.bytes, start, end))) {
            finish();
        }
        flush();
        long now = System.nanoTime();
        if (now - lastPulse > SECOND) {
            lastPulse = now;
            Block pulse = queue.empty();
            pulse.file = block.file;
            pulse.pulse = true;
            queue.put(pulse);
        }
    }

    /** The file is at its end; a line without one stays, for the next file, or as one that still grows. */
    void endOfFile() {
        finish();
        flush();
    }

    /** The line that is read next. */
    long line() {
        return line;
    }

    int runs() {
        return run;
    }
}
