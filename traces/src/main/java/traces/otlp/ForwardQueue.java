package traces.otlp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The exports that are still to be forwarded, bounded in bytes: when there are too many, the oldest leave. */
final class ForwardQueue {

    /** An export as it came. */
    record Export(String path, String contentType, RequestBody body) {

        /** What one costs that has no body at all. */
        private static final int OVERHEAD = 300;

        private long bytes() {
            return body.sent().length + OVERHEAD;
        }
    }

    private final long maxBytes;
    private final Deque<Export> exports = new ArrayDeque<>();
    private long bytes;
    private int dropped;
    private boolean closed;

    ForwardQueue(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    synchronized void add(Export export) {
        if (closed) {
            return;
        }
        exports.add(export);
        bytes += export.bytes();
        while (bytes > maxBytes) {
            bytes -= exports.remove().bytes();
            dropped++;
        }
        notifyAll();
    }

    /** The oldest, once there is one; none when this is closed and nothing is left. */
    synchronized Optional<Export> next() throws InterruptedException {
        while (exports.isEmpty() && !closed) {
            wait();
        }
        Optional<Export> next = Optional.ofNullable(exports.poll());
        next.ifPresent(export -> bytes -= export.bytes());
        return next;
    }

    /** Waits that long, or until this is closed; says whether it still is open. */
    synchronized boolean pause(Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); !closed && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return !closed;
    }

    /** How many have left unforwarded since this was asked last. */
    synchronized int dropped() {
        int count = dropped;
        dropped = 0;
        return count;
    }

    /** Takes no more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
