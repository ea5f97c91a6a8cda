package coach.compare;

import coach.trace.Node;
import java.util.Comparator;
import java.util.List;

/** How much time spans cover together: where several ran at once, that time counts once. */
final class Covered {

    private Covered() {}

    // 0–3 ms and 2–5 ms -> 5 ms
    static long by(List<Node> nodes) {
        return between(0, Long.MAX_VALUE, nodes);
    }

    /** Time of this span during which none of its children ran; 0 for a placeholder, whose time is its children's. */
    static long byNoChildOf(Node node) {
        if (node.span().isEmpty()) {
            return 0;
        }
        return node.duration() - between(node.start(), node.end(), node.children());
    }

    private static long between(long from, long to, List<Node> nodes) {
        List<Node> byStart =
                nodes.stream().sorted(Comparator.comparingLong(Node::start)).toList();
        long covered = 0;
        long reached = from;
        for (Node node : byStart) {
            long start = Math.max(node.start(), reached);
            long end = Math.min(node.end(), to);
            if (end > start) {
                covered += end - start;
                reached = end;
            }
        }
        return covered;
    }
}
