package coach.compare;

import coach.trace.Node;
import java.util.Comparator;
import java.util.List;

/** How much time spans cover together: where several ran at once, that time counts once. Never overflows, whatever the times. */
final class Covered {

    private Covered() {}

    // 0–3 ms and 2–5 ms -> 5 ms
    static long by(List<Node> nodes) {
        return between(Long.MIN_VALUE, Long.MAX_VALUE, nodes);
    }

    /** Time of this span during which none of its children ran; 0 for a placeholder, whose time is its children's. */
    static long byNoChildOf(Node node) {
        if (node.span().isEmpty()) {
            return 0;
        }
        return node.duration() - between(node.start(), end(node), node.children());
    }

    static long sum(long nanos, long more) {
        long sum = nanos + more;
        return sum < nanos ? Long.MAX_VALUE : sum;
    }

    private static long between(long from, long to, List<Node> nodes) {
        List<Node> byStart =
                nodes.stream().sorted(Comparator.comparingLong(Node::start)).toList();
        long covered = 0;
        long reached = from;
        for (Node node : byStart) {
            long start = Math.max(node.start(), reached);
            long end = Math.min(end(node), to);
            if (end > start) {
                covered = sum(covered, length(start, end));
                reached = end;
            }
        }
        return covered;
    }

    private static long end(Node node) {
        return sum(node.start(), node.duration());
    }

    static long length(long start, long end) {
        long length = end - start;
        return length < 0 ? Long.MAX_VALUE : length;
    }
}
