package accesslog.record;

/** Lists why a line of the input was not understood, or is understood with a remark. */
public enum FaultKind {
    NOT_A_RECORD("does not begin like a record", true),
    BAD_STAMP("has no time that can be read", true),
    UNKNOWN_RECORD("is a record of an unknown kind", true),
    HALF_RECORD("ends in the middle of a record", true),
    TOO_LONG("is longer than any record", true),
    BAD_TIME("has a number that can't be read", true),
    BAD_JSON("is JSON that can't be read", true),
    BAD_FILE("is where a file can't be read any further", true),
    CUT("was cut by the server after 2,048 bytes", false),
    NEGATIVE_TIME("has a negative time, a known mistake of some server versions", false),
    RAW_NEWLINE("has a newline inside of a name", false),
    DOUBTFUL("follows a newline inside of a name, so a client may have forged it", false),
    DOES_NOT_FIT("may have been forged and fits to no operation, so it was left out", false),
    NO_REQUEST("is a result whose request is not in the log", false),
    EVICTED("made room: too many operations or connections without an end", false);

    private final String sentence;
    private final boolean notUnderstood;

    FaultKind(String sentence, boolean notUnderstood) {
        this.sentence = sentence;
        this.notUnderstood = notUnderstood;
    }

    /** Follows "line 7" in a report. */
    public String sentence() {
        return sentence;
    }

    /** False where the line was understood, and only deserves a remark. */
    public boolean notUnderstood() {
        return notUnderstood;
    }
}
