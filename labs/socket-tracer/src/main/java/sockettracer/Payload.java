package sockettracer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** The bytes that went one way in an exchange: how many, the first of them, and a hash of all. */
public final class Payload {

    /** So much is kept of each, however much is kept already. */
    private static final int LEAST = 1024;

    private final int most;
    private final AtomicLong keptInSection;
    private byte[] head = new byte[128];
    private int kept;
    private long count;
    private long lastNanos = Long.MIN_VALUE;
    private final Fingerprint fingerprint = new Fingerprint();

    Payload(Attribution attribution) {
        // Of several sections each is as good as another.
        this(
                Options.current().payload(),
                attribution.sections().isEmpty()
                        ? new AtomicLong()
                        : attribution.sections().get(0).keptBytes);
    }

    /**
     * @param most how many bytes are kept
     * @param keptInSection counts what is kept for its section
     */
    Payload(int most, AtomicLong keptInSection) {
        this.most = most;
        this.keptInSection = keptInSection;
    }

    synchronized void add(ByteBuffer... buffers) {
        lastNanos = System.nanoTime();
        for (ByteBuffer each : buffers) {
            ByteBuffer buffer = each.duplicate();
            count += buffer.remaining();
            keep(buffer);
            fingerprint.add(buffer);
        }
    }

    public synchronized long count() {
        return count;
    }

    public synchronized byte[] head() {
        return Arrays.copyOf(head, kept);
    }

    synchronized byte[] first(int most) {
        return Arrays.copyOf(head, Math.min(most, kept));
    }

    /** Empty where they were not kept. */
    synchronized byte[] last(int most) {
        return kept < count ? new byte[0] : Arrays.copyOfRange(head, Math.max(0, kept - most), kept);
    }

    /** Differs where answers differ. HTTP's headers tell the time, hence the status and the body alone. */
    public synchronized long fingerprint() {
        return fingerprint.value();
    }

    /** When the last of them came or went, by {@link System#nanoTime()}. */
    synchronized long lastNanos() {
        return lastNanos;
    }

    private void keep(ByteBuffer buffer) {
        int more = Math.min(buffer.remaining(), most - kept);
        if (kept + more > LEAST && OpenSections.keepTooMuch()) {
            more = Math.min(more, LEAST - kept);
        }
        if (more > 0) {
            keptInSection.addAndGet(more);
            if (kept + more > head.length) {
                head = Arrays.copyOf(head, Math.min(most, Math.max(kept + more, 2 * head.length)));
            }
            buffer.get(buffer.position(), head, kept, more);
            kept += more;
        }
    }
}
