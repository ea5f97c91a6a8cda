package accesslog.input;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which connection numbers were seen, because one that begins a second time is all that tells a restart: the server goes on in
 * the same file and counts from 1.
 */
final class ConnectionNumbers {

    private static final int PAGE_BITS = 12;
    private static final int WORDS = 1 << PAGE_BITS - 6;

    /** 64 million connections in 8 MB; the pages filled first are forgotten first. */
    private static final int MOST_PAGES = 16_384;

    /** Several threads accept connections, so the first ones of a run may be logged in another order. */
    private static final int DISORDER = 64;

    private final Map<Long, long[]> pages = new LinkedHashMap<>();
    private long latestNumber = -1;
    private long[] latest;
    private long first = Long.MAX_VALUE;

    void seen(long conn) {
        page(conn)[word(conn)] |= 1L << conn;
    }

    /** Says whether a connection that begins can only belong to another life of the server. */
    boolean isRestart(long conn) {
        return (page(conn)[word(conn)] & 1L << conn) != 0 || first != Long.MAX_VALUE && conn + DISORDER < first;
    }

    void begins(long conn) {
        first = Math.min(first, conn);
        seen(conn);
    }

    void restart() {
        pages.clear();
        latestNumber = -1;
        first = Long.MAX_VALUE;
    }

    private static int word(long conn) {
        return (int) (conn >>> 6) & WORDS - 1;
    }

    private long[] page(long conn) {
        long number = conn >>> PAGE_BITS;
        if (number != latestNumber) {
            latest = pages.computeIfAbsent(number, absent -> new long[WORDS]);
            latestNumber = number;
            if (pages.size() > MOST_PAGES) {
                Iterator<Long> oldest = pages.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
        return latest;
    }
}
