package accesslog.join;

import accesslog.record.Bytes;
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
        int place = Bytes.hash(slice.bytes, slice.start, slice.end) & PLACES - 1;
        byte[] known = copies[place];
        if (known == null || !Arrays.equals(known, 0, known.length, slice.bytes, slice.start, slice.end)) {
            known = slice.copy();
            copies[place] = known;
        }
        return known;
    }
}
