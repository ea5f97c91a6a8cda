package accesslog.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Searches in byte arrays. */
public final class Bytes {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** An odd number whose bits look random: 2 to the 64th, divided by the golden ratio. */
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Bytes() {}

    /** Where the byte first occurs in a range, or -1. Eight bytes a step: exclusive or makes the byte a zero, and a borrow finds it. */
    public static int indexOf(byte[] bytes, int start, int end, char wanted) {
        long pattern = ONES * wanted;
        int at = start;
        for (; at + 8 <= end; at += 8) {
            long word = (long) LONGS.get(bytes, at) ^ pattern;
            long found = (word - ONES) & ~word & HIGHS;
            if (found != 0) {
                return at + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; at < end; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** Mixes a range into a number, eight bytes a step, for tables. */
    public static int hash(byte[] bytes, int start, int end) {
        long hash = end - start;
        int at = start;
        for (; at + 8 <= end; at += 8) {
            hash = mixed(hash ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < end; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        hash = mixed(hash ^ rest);
        return (int) (hash ^ hash >>> 32);
    }

    private static long mixed(long hash) {
        long product = hash * MIX;
        return product ^ product >>> 29;
    }

    /** Says whether eight bytes of one array are those of another. */
    static boolean sameEight(byte[] one, int at, byte[] other, int otherAt) {
        return (long) LONGS.get(one, at) == (long) LONGS.get(other, otherAt);
    }

    public static int lastIndexOf(byte[] bytes, int start, int end, char wanted) {
        for (int at = end - 1; at >= start; at--) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    public static boolean startsWith(byte[] bytes, int start, int end, String ascii) {
        int length = ascii.length();
        if (end - start < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public static boolean endsWith(byte[] bytes, int start, int end, String ascii) {
        return end - start >= ascii.length() && startsWith(bytes, end - ascii.length(), end, ascii);
    }

    /** Where text that begins with a quote occurs first, or -1. */
    public static int indexOf(byte[] bytes, int start, int end, String ascii) {
        char first = ascii.charAt(0);
        int at = indexOf(bytes, start, end, first);
        while (at >= 0 && !startsWith(bytes, at, end, ascii)) {
            at = indexOf(bytes, at + 1, end, first);
        }
        return at;
    }

    public static int lastIndexOf(byte[] bytes, int start, int end, String ascii) {
        for (int at = end - ascii.length(); at >= start; at--) {
            if (bytes[at] == ascii.charAt(0) && startsWith(bytes, at, end, ascii)) {
                return at;
            }
        }
        return -1;
    }

    public static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }
}
