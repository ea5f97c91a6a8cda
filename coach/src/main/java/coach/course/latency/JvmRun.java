package coach.course.latency;

import java.util.ArrayList;
import java.util.List;

/** The latencies of one fresh start of both sides, in nanoseconds: round by round, one of each side. */
final class JvmRun {

    private final List<Long> before = new ArrayList<>();
    private final List<Long> after = new ArrayList<>();

    void add(long beforeNanos, long afterNanos) {
        before.add(beforeNanos);
        after.add(afterNanos);
    }

    int rounds() {
        return before.size();
    }

    double[] before() {
        return doubles(before);
    }

    double[] after() {
        return doubles(after);
    }

    private static double[] doubles(List<Long> nanos) {
        return nanos.stream().mapToDouble(Long::doubleValue).toArray();
    }
}
