package traces.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The time from one moment to another.
 *
 * @param start @param end in nanoseconds since 1970
 */
public record TimeInterval(long start, long end) {

    private static final Comparator<TimeInterval> BY_START =
            Comparator.comparingLong(TimeInterval::start).thenComparingLong(TimeInterval::end);

    public static TimeInterval of(TraceNode node) {
        return new TimeInterval(node.start(), node.end());
    }

    /** Returns the intervals of these nodes in the order of their starts. */
    public static List<TimeInterval> of(Collection<TraceNode> nodes) {
        return nodes.stream().map(TimeInterval::of).sorted(BY_START).toList();
    }

    /** Returns the length. */
    public long nanos() {
        return end - start;
    }

    /** Returns the interval from the first start to the last end of both. */
    public TimeInterval with(TimeInterval other) {
        return new TimeInterval(Math.min(start, other.start), Math.max(end, other.end));
    }

    /** Returns the parts of this interval that no other interval covers. */
    public List<TimeInterval> without(Collection<TimeInterval> covering) {
        List<TimeInterval> left = new ArrayList<>();
        long reached = start;
        for (TimeInterval next : covering.stream().sorted(BY_START).toList()) {
            if (next.start > reached) {
                left.add(new TimeInterval(reached, Math.min(next.start, end)));
            }
            reached = Math.max(reached, next.end);
            if (reached >= end) {
                return left;
            }
        }
        left.add(new TimeInterval(reached, end));
        return left;
    }

    /** Returns the time that the intervals cover together: a time that several cover counts once. */
    public static long covered(List<TimeInterval> byStart) {
        long covered = 0;
        long reached = 0;
        for (TimeInterval next : byStart) {
            covered += Math.max(0, next.end - Math.max(next.start, reached));
            reached = Math.max(reached, next.end);
        }
        return covered;
    }
}
