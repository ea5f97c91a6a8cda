package sockettracer;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one read or write: its buffers as they were before, since their positions move on. */
public final class Bytes {

    private static final int WIRE_HEAD = 1024;

    final long start = System.nanoTime();
    private final ByteBuffer[] buffers;

    /** The one that they are the question of; null if they are none. */
    Exchange exchange;

    private Bytes(ByteBuffer... buffers) {
        this.buffers = buffers;
    }

    /** Null while no section is open, when nothing is kept. */
    public static Bytes of(Object[] arguments) {
        if (OpenSections.none()) {
            return null;
        }
        if (arguments[0] instanceof ByteBuffer buffer) {
            return new Bytes(buffer.duplicate());
        }
        int offset = (int) arguments[1];
        int length = (int) arguments[2];
        if (arguments[0] instanceof byte[] array) {
            return new Bytes(ByteBuffer.wrap(array, offset, length));
        }
        return new Bytes(Arrays.stream((ByteBuffer[]) arguments[0], offset, offset + length)
                .map(ByteBuffer::duplicate)
                .toArray(ByteBuffer[]::new));
    }

    Wire wire() {
        ByteBuffer first = buffers[0].duplicate();
        byte[] bytes = new byte[Math.min(WIRE_HEAD, first.remaining())];
        first.get(bytes);
        return Wire.of(bytes);
    }

    /**
     * The bytes that were really read or written.
     *
     * @param count how many; null for all
     */
    ByteBuffer[] first(Object count) {
        long left = count instanceof Number number ? number.longValue() : Long.MAX_VALUE;
        for (ByteBuffer buffer : buffers) {
            buffer.limit(buffer.position() + (int) Math.min(Math.max(0, left), buffer.remaining()));
            left -= buffer.remaining();
        }
        return buffers;
    }
}
