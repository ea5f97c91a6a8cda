package accesslog.record;

/** Lists what a record of the log can be. */
public enum RecordKind {
    CONNECTION,
    HAPROXY,
    TLS,
    AUTOBIND,
    REQUEST,
    RESULT,
    ABANDON,
    UNBIND,
    CLOSE,
    SORT,
    VLV,
    STAT,
    /** An entry or a referral that was sent, the header of a file, a remark on an extended operation: nothing to join. */
    OTHER
}
