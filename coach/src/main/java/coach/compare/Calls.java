package coach.compare;

import coach.trace.Node;
import coach.trace.Span;
import java.util.List;

/**
 * How often something ran in one trace, and for how long, in nanoseconds.
 *
 * @param covered the time during which at least one ran: what somebody waited for. This is what people are shown
 * @param summed the durations added up: more than was waited for, where calls ran at once
 * @param own the durations added up, each without the time during which the span's own children ran
 */
record Calls(int count, int errors, long covered, long summed, long own) {

    static Calls of(List<Node> nodes) {
        long summed = 0;
        long own = 0;
        for (Node node : nodes) {
            summed = sum(summed, node.duration());
            own = sum(own, Covered.byNoChildOf(node));
        }
        int errors = (int) nodes.stream()
                .flatMap(node -> node.span().stream())
                .filter(Span::isError)
                .count();
        return new Calls(nodes.size(), errors, Covered.by(nodes), summed, own);
    }

    /** Who sends nonsense for times gets the longest of all, and nothing negative. */
    private static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < nanos ? Long.MAX_VALUE : sum;
    }
}
