package sockettracer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The bytes that went one way in an exchange: how many, the first of them, and a hash of all. */
public final class Payload {

    private static final String HTTP = "HTTP/1.";
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final int most;
    private byte[] head = new byte[128];
    private int kept;
    private long count;
    private long lastNanos = Long.MIN_VALUE;

    private final CRC32 hash = new CRC32();
    private long hashed;
    private boolean statusLine;
    /** How much of the end of the headers was seen; all of it in what is not HTTP. */
    private int ending;

    Payload() {
        this(Options.current().payload());
    }

    /** @param most how many bytes are kept */
    Payload(int most) {
        this.most = most;
    }

    synchronized void add(ByteBuffer... buffers) {
        lastNanos = System.nanoTime();
        for (ByteBuffer each : buffers) {
            ByteBuffer buffer = each.duplicate();
            if (count == 0 && buffer.hasRemaining()) {
                begin(buffer);
            }
            count += buffer.remaining();
            keep(buffer);
            skipHeaders(buffer);
            hashed += buffer.remaining();
            hash.update(buffer);
        }
    }

    public synchronized long count() {
        return count;
    }

    public synchronized byte[] head() {
        return Arrays.copyOf(head, kept);
    }

    /** Differs where answers differ. HTTP's headers tell the time, hence the status and the body alone. */
    public synchronized long fingerprint() {
        return hashed << 32 | hash.getValue();
    }

    /** When the last of them came or went, by {@link System#nanoTime()}. */
    synchronized long lastNanos() {
        return lastNanos;
    }

    private void keep(ByteBuffer buffer) {
        int more = Math.min(buffer.remaining(), most - kept);
        if (more > 0) {
            if (kept + more > head.length) {
                head = Arrays.copyOf(head, Math.min(most, Math.max(kept + more, 2 * head.length)));
            }
            buffer.get(buffer.position(), head, kept, more);
            kept += more;
        }
    }

    private void begin(ByteBuffer buffer) {
        boolean http = buffer.remaining() > HTTP.length();
        for (int i = 0; http && i < HTTP.length(); i++) {
            http = buffer.get(buffer.position() + i) == HTTP.charAt(i);
        }
        statusLine = http;
        ending = http ? 0 : END_OF_HEADERS.length();
    }

    private void skipHeaders(ByteBuffer buffer) {
        while (ending < END_OF_HEADERS.length() && buffer.hasRemaining()) {
            byte next = buffer.get();
            if (statusLine) {
                hash.update(next);
                statusLine = next != '\n';
            }
            ending = next == END_OF_HEADERS.charAt(ending) ? ending + 1 : next == '\r' ? 1 : 0;
        }
    }
}
