package traces.waterfall;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import traces.model.TimeInterval;
import traces.model.TraceNode;

/**
 * When at least one of several spans was running.
 *
 * @param stretches in order, with time between them
 * @param atOnce how many ran at the same time, at most
 */
record ActiveIntervals(List<TimeInterval> stretches, int atOnce) {

    /** @param nodes in the order of their starts */
    static ActiveIntervals of(List<TraceNode> nodes) {
        List<TimeInterval> stretches = new ArrayList<>();
        PriorityQueue<Long> ends = new PriorityQueue<>();
        int atOnce = 0;
        for (TraceNode node : nodes) {
            // One that starts when another ends comes after it.
            while (!ends.isEmpty() && ends.peek() <= node.start()) {
                ends.poll();
            }
            ends.add(node.end());
            atOnce = Math.max(atOnce, ends.size());
            add(stretches, TimeInterval.of(node));
        }
        return new ActiveIntervals(stretches, atOnce);
    }

    private static void add(List<TimeInterval> stretches, TimeInterval next) {
        int newest = stretches.size() - 1;
        if (newest < 0 || stretches.get(newest).end() < next.start()) {
            stretches.add(next);
            return;
        }
        stretches.set(newest, stretches.get(newest).with(next));
    }

    long start() {
        return stretches.get(0).start();
    }

    long nanos() {
        return stretches.stream().mapToLong(TimeInterval::nanos).sum();
    }
}
