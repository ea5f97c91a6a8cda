package accesslog;

import java.util.Locale;

/** Writes small logs for tests: each line one millisecond after the one before. */
public final class LogText {

    private final StringBuilder text =
            new StringBuilder("\t389-Directory/2.3.1 B2025.016.1616\n\tlocalhost:6369 (/etc/dirsrv/slapd-lab)\n\n");
    private int millis;

    /** Adds records without their stamps. */
    public LogText lines(String... records) {
        for (String record : records) {
            raw(String.format(
                    Locale.ROOT,
                    "[21/Nov/2026:07:16:%02d.%03d000000 +0000] %s%n",
                    millis / 1000,
                    millis % 1000,
                    record));
            millis++;
        }
        return this;
    }

    /** Lets time pass. */
    public LogText seconds(int seconds) {
        millis += seconds * 1000;
        return this;
    }

    public LogText raw(String line) {
        text.append(line);
        return this;
    }

    /** A connection that begins, and binds as somebody. */
    public LogText bound(long conn, String dn) {
        return lines(
                "conn=" + conn + " fd=64 slot=64 connection from 10.0.0." + conn + " to 10.0.0.100",
                "conn=" + conn + " op=0 BIND dn=\"" + dn + "\" method=128 version=3",
                "conn=" + conn
                        + " op=0 RESULT err=0 tag=97 nentries=0 wtime=0.000000001 optime=0.001000000 etime=0.001000001 dn=\""
                        + dn + "\"");
    }

    /** The record of a search, and of its result. */
    public static String search(long conn, long op) {
        return "conn=" + conn + " op=" + op + " SRCH base=\"dc=x\" scope=2 filter=\"(uid=a" + op + ")\" attrs=\"cn\"";
    }

    public static String found(long conn, long op) {
        return "conn=" + conn + " op=" + op
                + " RESULT err=0 tag=101 nentries=1 wtime=0.000000001 optime=0.002000000 etime=0.002000001";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
