package accesslog.record;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Points to a part of a byte array; a view that is moved rather than created, as millions a second are needed. */
public final class Slice {

    public byte[] bytes;
    public int start;
    public int end;

    public void set(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    public void set(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        set(utf8, 0, utf8.length);
    }

    void clear() {
        bytes = null;
    }

    public boolean present() {
        return bytes != null;
    }

    /** Null where nothing was set. */
    public byte[] copy() {
        return bytes == null ? null : Arrays.copyOfRange(bytes, start, end);
    }

    public boolean is(String ascii) {
        return bytes != null && end - start == ascii.length() && Bytes.startsWith(bytes, start, end, ascii);
    }

    @Override
    public String toString() {
        return bytes == null ? "" : new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
