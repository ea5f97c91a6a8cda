package accesslog.filter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Holds the shape of a filter while it is written. */
final class ShapeBuffer {

    private static final byte[] DOTS = "...".getBytes(StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[1024];
    private int length;

    int length() {
        return length;
    }

    /** Forgets what was written behind that place. */
    void cutTo(int place) {
        length = place;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    /** Says whether what stands from that place to the end stands between two earlier places, too. */
    boolean endsAgainWith(int first, int last, int start) {
        return Arrays.equals(bytes, first, last, bytes, start, length);
    }

    /** Writes the dots that stand for a value. */
    void putDots() {
        for (byte letter : DOTS) {
            put(letter);
        }
    }

    void put(byte[] text, int start, int stop) {
        for (int i = start; i < stop; i++) {
            put(text[i]);
        }
    }

    /** @return true, so that it can end a condition */
    boolean put(int letter) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length++] = (byte) letter;
        return true;
    }
}
