package accesslog.record;

/** Holds the fields of one record of the log; reused from record to record, so whatever shall stay is copied out. */
public final class LogRecord {

    /** The value of a number that the record does not have. */
    public static final long ABSENT = Long.MIN_VALUE;

    public RecordKind kind;
    public OperationType type;
    public long conn;
    public long op;
    public boolean internal;
    /** Number and depth of an internal operation; -1 in logs older than 1.4.0.19. */
    public long internalId;

    public long nesting;
    /** The stamp, in nanoseconds since 1970. */
    public long time;

    /** The base of a search, the entry that others concern, the name that a BIND asks for, or that a RESULT says was bound. */
    public final Slice dn = new Slice();

    public final Slice filter = new Slice();
    /** Names with spaces between them; absent where all are asked for. */
    public final Slice attrs = new Slice();

    public final Slice authzid = new Slice();
    /** The peer of a connection, the OID of an extended operation, the mechanism of a SASL bind, the attribute of a comparison, a new RDN. */
    public final Slice detail = new Slice();
    /** The name of an extended operation, the new superior of a MODRDN. */
    public final Slice name = new Slice();
    /** Free text: a message, a reason, the cipher, what SORT, VLV and STAT say. */
    public final Slice text = new Slice();

    public final Slice notes = new Slice();

    public int scope;
    public boolean sasl;
    public boolean tls;
    public long err;
    public long tag;
    public long nentries;
    public long wtime;
    public long optime;
    public long etime;
    public long target;
    /** The server cut this record. */
    public boolean cut;

    void clear() {
        kind = null;
        type = null;
        conn = -1;
        op = -1;
        internal = false;
        internalId = -1;
        nesting = -1;
        dn.clear();
        filter.clear();
        attrs.clear();
        authzid.clear();
        detail.clear();
        name.clear();
        text.clear();
        notes.clear();
        scope = -1;
        sasl = false;
        tls = false;
        err = ABSENT;
        tag = ABSENT;
        nentries = ABSENT;
        wtime = ABSENT;
        optime = ABSENT;
        etime = ABSENT;
        target = ABSENT;
        cut = false;
    }
}
