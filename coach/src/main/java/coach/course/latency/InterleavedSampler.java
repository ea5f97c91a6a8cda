package coach.course.latency;

import java.io.IOException;
import java.util.function.LongSupplier;

/**
 * Sends requests to two sides in turn, and times each answer.
 *
 * <p>In turn, because a machine's speed drifts: other load then slows both. The first side changes from round to
 * round, because the second may find caches warm, or a collector at work, that the first has left behind.
 */
final class InterleavedSampler {

    private final MeasuredSide before;
    private final MeasuredSide after;
    private final LongSupplier nanoTime;
    private int round;

    InterleavedSampler(MeasuredSide before, MeasuredSide after, LongSupplier nanoTime) {
        this.before = before;
        this.after = after;
        this.nanoTime = nanoTime;
    }

    void ask(int rounds, JvmRun start) throws IOException, InterruptedException {
        for (int i = 0; i < rounds; i++) {
            askBoth(start);
        }
    }

    private void askBoth(JvmRun start) throws IOException, InterruptedException {
        boolean beforeIsFirst = round++ % 2 == 0;
        if (beforeIsFirst) {
            long beforeNanos = nanos(before);
            start.add(beforeNanos, nanos(after));
        } else {
            long afterNanos = nanos(after);
            start.add(nanos(before), afterNanos);
        }
    }

    private long nanos(MeasuredSide side) throws IOException, InterruptedException {
        long began = nanoTime.getAsLong();
        side.request();
        return nanoTime.getAsLong() - began;
    }
}
