package accesslog.join;

import accesslog.record.LogRecord;
import java.util.ArrayList;
import java.util.List;

/** Holds one connection of a client while it is open: who it is, and the operations that are not finished. */
public final class Connection {

    public final int run;
    public final long number;
    /** Where its first line stands. */
    public final String file;
    /** False where its beginning is not in the log. */
    public final boolean begun;

    public final long start;
    public long end;
    /** The peer; the client's own address once a proxy has told it. Null where it is not known. */
    public byte[] client;

    /** Null where nothing says that it was encrypted. */
    public String tls;

    /** The code of a close line, as U1; null while it is open, or where no such line came. */
    public String closeCode;

    final PendingOperations pending = new PendingOperations();
    final BindHistory binds;
    /** Those which have a result and wait for a BIND before them to have one too. */
    final List<Operation> held = new ArrayList<>(0);

    /** The name that a local client was given, until its BIND takes it. */
    byte[] autobind;

    public long operations;

    private boolean closed;

    Connection(int run, long number, String file, boolean begun, long start) {
        this.run = run;
        this.number = number;
        this.file = file;
        this.begun = begun;
        this.start = start;
        end = start;
        binds = new BindHistory(begun || number == 0);
    }

    /** Its end moves on with its records, until it is closed. */
    void saw(long time) {
        if (!closed) {
            end = Math.max(end, time);
        }
    }

    void close(LogRecord record) {
        closed = true;
        closeCode = record.text.present() ? record.text.toString() : null;
    }

    boolean isClosed() {
        return closed;
    }
}
