package traces.model;

import java.util.Collection;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Counts how many of several spans ran at the same time, as few as their times allow.
 *
 * <p>Some SDKs cut each start to a whole millisecond and measure durations to the nanosecond: a span then seems to begin
 * before the one before it has ended. A span that may have begun after that end is taken to have done so.
 */
public final class Concurrency {

    private Concurrency() {}

    /** Returns the largest number of spans that ran at one time; 0 without spans. */
    public static int of(Collection<TraceNode> nodes) {
        List<TraceNode> byStart = nodes.stream().sorted(TraceNode.BY_START).toList();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int most = 0;
        for (TraceNode node : byStart) {
            // A span that starts when another ends does not overlap it.
            while (!ends.isEmpty() && ends.peek() <= node.start()) {
                ends.poll();
            }
            boolean mayFollow = !ends.isEmpty() && ends.peek() <= node.latestStart();
            long start = mayFollow ? ends.poll() : node.start();
            ends.add(start + node.duration());
            most = Math.max(most, ends.size());
        }
        return most;
    }
}
