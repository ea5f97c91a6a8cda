package steps;

import coach.course.check.Quiet;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Lets work that counts run beside other such work, since it mostly waits for wires, and work that measures alone.
 *
 * <p>Permits instead of a lock: a test runs in another thread than the one that took its turn.
 */
final class Turns {

    /** Two states are worked on at a time, and a JVM is started ahead beside them. */
    private static final int ALL = 3;

    // Fair: who measures is not kept waiting by ever more of what counts.
    private final Semaphore permits = new Semaphore(ALL, true);

    /** Runs work that counts; in it, {@link #measuring()} may be begun. */
    <T> T counting(Supplier<T> work) {
        permits.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** Gives the turn of who counts away, and takes all. */
    Quiet measuring() {
        return () -> {
            permits.release();
            permits.acquireUninterruptibly(ALL);
            return () -> {
                permits.release(ALL);
                permits.acquireUninterruptibly();
            };
        };
    }
}
