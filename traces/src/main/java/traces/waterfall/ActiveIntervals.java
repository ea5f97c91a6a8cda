package traces.waterfall;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import traces.model.TimeInterval;
import traces.model.TraceNode;

/**
 * The intervals during which at least one of several spans ran.
 *
 * @param intervals in order, with gaps between them
 * @param atOnce the largest number of spans that ran at the same time
 */
record ActiveIntervals(List<TimeInterval> intervals, int atOnce) {

    /** @param nodes in the order of their starts */
    static ActiveIntervals of(List<TraceNode> nodes) {
        List<TimeInterval> intervals = new ArrayList<>();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int atOnce = 0;
        for (TraceNode node : nodes) {
            // A span that starts when another ends does not overlap it.
            while (!ends.isEmpty() && ends.peek() <= node.start()) {
                ends.poll();
            }
            ends.add(node.end());
            atOnce = Math.max(atOnce, ends.size());
            add(intervals, TimeInterval.of(node));
        }
        return new ActiveIntervals(intervals, atOnce);
    }

    private static void add(List<TimeInterval> intervals, TimeInterval next) {
        int newest = intervals.size() - 1;
        if (newest < 0 || intervals.get(newest).end() < next.start()) {
            intervals.add(next);
            return;
        }
        intervals.set(newest, intervals.get(newest).with(next));
    }

    /** Returns the sum of the intervals. */
    long nanos() {
        return intervals.stream().mapToLong(TimeInterval::nanos).sum();
    }
}
