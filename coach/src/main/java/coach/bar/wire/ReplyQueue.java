package coach.bar.wire;

import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** The replies on their way from the backend to one client. Each is delivered when its round trip has passed. */
final class ReplyQueue {

    /** Beyond this many chunks a slow client slows the backend, as with plain TCP. */
    private static final int CHUNKS_ON_THEIR_WAY = 64;

    /** One chunk; a chunk without bytes marks the end. */
    private record Reply(byte[] bytes, long dueNanos) {}

    private final BlockingQueue<Reply> onTheirWay = new ArrayBlockingQueue<>(CHUNKS_ON_THEIR_WAY);
    private final AtomicBoolean clientWaits = new AtomicBoolean();
    private final LongSupplier roundTripNanos;
    private final Traffic traffic;
    private volatile Thread taker;
    private volatile boolean aborted;

    ReplyQueue(LongSupplier roundTripNanos, Traffic traffic) {
        this.roundTripNanos = roundTripNanos;
        this.traffic = traffic;
    }

    /** Notes that the client has sent something: the next reply counts as a flight. */
    void clientAsked() {
        clientWaits.set(true);
    }

    void put(byte[] chunk, int length) throws InterruptedException {
        long due = System.nanoTime() + roundTripNanos.getAsLong();
        if (clientWaits.compareAndSet(true, false)) {
            traffic.flight();
        }
        onTheirWay.put(new Reply(Arrays.copyOf(chunk, length), due));
    }

    void putEnd() throws InterruptedException {
        onTheirWay.put(new Reply(new byte[0], System.nanoTime() + roundTripNanos.getAsLong()));
    }

    /** Waits until the next chunk is due and returns it; an empty one marks the end. */
    byte[] take() throws InterruptedException {
        taker = Thread.currentThread();
        Reply reply = onTheirWay.take();
        // Differences, not sums: nanoTime may be near its overflow.
        for (long left = reply.dueNanos() - System.nanoTime(); left > 0 && !aborted; ) {
            LockSupport.parkNanos(left);
            left = reply.dueNanos() - System.nanoTime();
        }
        return aborted ? new byte[0] : reply.bytes();
    }

    /** Releases the threads that wait in {@link #take()} or {@link #put}; replies on their way are lost. */
    void abort() {
        aborted = true;
        onTheirWay.clear();
        onTheirWay.offer(new Reply(new byte[0], System.nanoTime()));
        LockSupport.unpark(taker);
    }
}
