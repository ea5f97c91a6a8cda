package accesslog.record;

/** Reads one record of the log, in whichever of its formats. */
public interface RecordParser {

    /**
     * Fills in the fields of a record. Gives null, or what is wrong with it; where {@link LogRecord#kind} is set nevertheless, enough was
     * understood to join it.
     */
    FaultKind parse(byte[] bytes, int start, int end, LogRecord into);
}
