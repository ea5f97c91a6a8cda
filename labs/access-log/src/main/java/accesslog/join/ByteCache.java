package accesslog.join;

import accesslog.record.Slice;
import java.util.Arrays;

/** Copies slices, and gives the same copy for those that come again and again, as bases and attributes do. */
final class ByteCache {

    private static final int PLACES = 4_096;
    private static final int LONGEST = 256;

    private final byte[][] copies = new byte[PLACES][];

    byte[] copy(Slice slice) {
        if (!slice.present()) {
            return null;
        }
        int length = slice.end - slice.start;
        if (length > LONGEST) {
            return slice.copy();
        }
        int hash = length;
        for (int at = slice.start; at < slice.end; at++) {
            hash = 31 * hash + slice.bytes[at];
        }
        int place = (hash ^ hash >>> 16) & PLACES - 1;
        byte[] known = copies[place];
        if (known == null || !Arrays.equals(known, 0, known.length, slice.bytes, slice.start, slice.end)) {
            known = slice.copy();
            copies[place] = known;
        }
        return known;
    }
}
