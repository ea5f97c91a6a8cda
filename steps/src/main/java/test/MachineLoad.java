package test;

import coach.course.check.InconclusiveMeasurement;
import java.time.Duration;
import java.util.stream.LongStream;

/** Tells a machine that is too busy for a judgement from code that is too slow. */
final class MachineLoad {

    private static final int TRIES = 3;

    private MachineLoad() {}

    /**
     * Runs something that is always quick, and fails if it is slow just now, even at the fastest of three times.
     *
     * @throws InconclusiveMeasurement when each of them took longer than that
     */
    static void assertLow(String name, Runnable quick, Duration limit) {
        long fastest =
                LongStream.range(0, TRIES).map(turn -> millis(quick)).min().orElseThrow();
        if (fastest > limit.toMillis()) {
            throw new InconclusiveMeasurement(
                    "%s took %d ms, where less than %d ms are usual: this machine is too busy just now to tell."
                            .formatted(name, fastest, limit.toMillis()));
        }
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1_000_000;
    }
}
