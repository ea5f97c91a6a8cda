package traces.waterfall;

import java.util.ArrayList;
import java.util.List;
import traces.model.Concurrency;
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
        nodes.forEach(node -> add(intervals, TimeInterval.of(node)));
        return new ActiveIntervals(intervals, Concurrency.of(nodes));
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
