package traces.comparison;

import java.util.List;
import traces.model.TimeInterval;
import traces.model.TraceNode;

/**
 * How often something ran in one trace, and for how long, in nanoseconds.
 *
 * @param covered the time during which at least one ran: what somebody waited for. This is what people are shown
 * @param summed the durations added up: more than was waited for, where calls ran at once
 * @param own the durations added up, each without the time during which the span's own children ran
 */
record CallStatistics(int count, int errors, long covered, long summed, long own) {

    static CallStatistics of(List<TraceNode> nodes) {
        long summed = 0;
        long own = 0;
        for (TraceNode node : nodes) {
            summed = sum(summed, node.duration());
            own = sum(own, ownOf(node));
        }
        int errors = (int) nodes.stream().filter(TraceNode::isError).count();
        return new CallStatistics(nodes.size(), errors, TimeInterval.covered(TimeInterval.of(nodes)), summed, own);
    }

    /** Time of this span during which none of its children ran; 0 for a placeholder, whose time is its children's. */
    private static long ownOf(TraceNode node) {
        return node.span().isEmpty()
                ? 0
                : TimeInterval.of(node).without(TimeInterval.of(node.children())).stream()
                        .mapToLong(TimeInterval::nanos)
                        .sum();
    }

    /** Who sends nonsense for times gets the longest of all, and nothing negative. */
    private static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < nanos ? Long.MAX_VALUE : sum;
    }
}
