package traces.comparison;

import java.util.List;
import traces.model.TimeInterval;
import traces.model.TraceNode;

/**
 * The number of calls in one trace, and their times in nanoseconds.
 *
 * @param covered the time during which at least one call ran; this time is shown, because a caller waited for it
 * @param summed the sum of the durations; more than the caller waited, where calls ran at once
 * @param own the sum of the durations without the time during which the calls' own children ran
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

    /**
     * Returns the time of a span during which no child ran; 0 for a placeholder, whose time is that of its children.
     */
    private static long ownOf(TraceNode node) {
        return node.span().isEmpty()
                ? 0
                : TimeInterval.of(node).without(TimeInterval.of(node.children())).stream()
                        .mapToLong(TimeInterval::nanos)
                        .sum();
    }

    /** Adds up, and stays at the largest number instead of overflowing. */
    private static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < nanos ? Long.MAX_VALUE : sum;
    }
}
