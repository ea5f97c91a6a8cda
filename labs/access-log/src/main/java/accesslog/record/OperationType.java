package accesslog.record;

import java.nio.charset.StandardCharsets;

/** Lists the kinds of LDAP request, by the words of the text log. */
public enum OperationType {
    BIND(97),
    SRCH(101),
    MOD(103),
    ADD(105),
    DEL(107),
    MODRDN(109),
    CMP(111),
    EXT(120),
    ABANDON(-1),
    UNBIND(-1);

    /** A referral is answered with its own tag, and an internal operation always with 48. */
    private static final int REFERRAL = 115;

    private static final int INTERNAL = 48;

    private final int tag;
    private final byte[] ascii = name().getBytes(StandardCharsets.US_ASCII);

    OperationType(int tag) {
        this.tag = tag;
    }

    /** Its name, not to be changed. */
    public byte[] ascii() {
        return ascii;
    }

    /** Says whether a result of that tag can answer such a request. */
    public boolean isAnsweredBy(int resultTag) {
        return resultTag == tag || resultTag == REFERRAL || resultTag == INTERNAL;
    }
}
