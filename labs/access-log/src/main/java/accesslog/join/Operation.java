package accesslog.join;

import static accesslog.record.LogRecord.ABSENT;

import accesslog.filter.FilterShape;
import accesslog.record.LogRecord;
import accesslog.record.OperationType;
import java.util.ArrayList;
import java.util.List;

/** Holds one operation: its request, and what its result says once that has come. Texts are UTF-8 as in the log, null where there is none. */
public final class Operation {

    /** The results that are no errors although they are not 0: referral, comparisons, a SASL bind that goes on. */
    private static final long[] NO_ERRORS = {0, 5, 6, 10, 14};

    private static final int MOST_REMARKS = 16;

    public final Connection connection;
    public final OperationType type;
    public final long number;
    /** -1 where the operation is not an internal one, or of a version that does not number those. */
    public final long internalId;

    public final long nesting;
    public final boolean internal;
    public final long start;

    public final byte[] dn;
    public final int scope;
    public final byte[] filter;
    public final byte[] attrs;
    public final byte[] authzid;
    public final byte[] detail;
    public final byte[] name;
    final boolean sasl;

    public long end = ABSENT;
    public End ended;
    public long err = ABSENT;
    public long nentries = ABSENT;
    public long wtime = ABSENT;
    public long optime = ABSENT;
    public long etime = ABSENT;
    public byte[] notes;
    public byte[] message;
    /** What SORT, VLV and STAT lines say, each with its word before it. */
    public List<byte[]> remarks = List.of();

    /** Null where the connection is anonymous, or where {@link #identityKnown} is false. */
    public byte[] bindDn;

    /** False where the connection began before the log, and nothing was bound since. */
    public boolean identityKnown;

    private byte[] shape;
    private boolean generalised;

    Operation(Connection connection, LogRecord request, ByteCache cache) {
        this.connection = connection;
        type = request.type;
        number = request.op;
        internal = request.internal;
        internalId = request.internalId;
        nesting = request.nesting;
        start = request.time;
        dn = cache.copy(request.dn);
        scope = request.scope;
        filter = request.filter.copy();
        attrs = cache.copy(request.attrs);
        authzid = cache.copy(request.authzid);
        detail = cache.copy(request.detail);
        name = cache.copy(request.name);
        sasl = request.sasl;
        message = request.text.copy();
    }

    /** Says whether a client sent it, and it is of that type. */
    boolean isExternal(OperationType wanted) {
        return type == wanted && !internal;
    }

    void answer(LogRecord result) {
        err = result.err;
        nentries = result.nentries;
        wtime = result.wtime;
        optime = result.optime;
        etime = result.etime;
        notes = result.notes.copy();
        message = result.text.present() ? result.text.copy() : message;
        finish(End.RESULT, result.time);
    }

    /** Stamps are not in order, so an end can stand before its start; such an operation took no time. */
    void finish(End how, long time) {
        ended = how;
        end = Math.max(start, time);
    }

    void remark(byte[] text) {
        if (remarks.isEmpty()) {
            remarks = new ArrayList<>(2);
        }
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(text);
        }
    }

    /**
     * The time that the server worked on it: optime, or etime in logs that have no other, or {@link LogRecord#ABSENT}. An ABANDON carries
     * the time of what it ends, which counts there.
     */
    public long work() {
        return type == OperationType.ABANDON ? ABSENT : optime != ABSENT ? optime : etime;
    }

    public boolean failed() {
        if (err == ABSENT) {
            return false;
        }
        for (long fine : NO_ERRORS) {
            if (err == fine) {
                return false;
            }
        }
        return true;
    }

    /** Says whether the result has that note, as U in "U,P". */
    public boolean hasNote(char note) {
        if (notes != null) {
            for (int i = 0; i < notes.length; i++) {
                if (notes[i] == note
                        && (i == 0 || notes[i - 1] == ',')
                        && (i + 1 == notes.length || notes[i + 1] == ',')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The filter without its values; null where there is no filter, or none that can be read. */
    public byte[] shape(FilterShape shapes) {
        if (!generalised) {
            generalised = true;
            shape = filter == null ? null : shapes.of(filter);
        }
        return shape;
    }
}
