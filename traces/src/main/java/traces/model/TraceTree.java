package traces.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The spans of a trace as a tree. Some spans may be missing, and they may arrive in any order.
 *
 * <p>Spans without their parent hang from a placeholder for it, and that from the root. Spans that are each other's
 * parents hang from a placeholder too. A span that was sent twice is there once; two different spans with the same id
 * are both there, as {@link ParentIndex} says, and with times that {@link TimestampNormalizer} has repaired.
 */
public final class TraceTree {

    private static final Comparator<TraceNode> EARLIEST =
            Comparator.comparing(node -> node.span().orElseThrow(), SpanOrder.BY_START);

    private final Trace trace;
    private final List<TraceNode> tops;
    private final List<TraceNode> nodes;
    private final long start;
    private final long end;

    private TraceTree(Trace trace, List<TraceNode> tops, List<TraceNode> nodes) {
        this.trace = trace;
        this.tops = List.copyOf(tops);
        this.nodes = List.copyOf(nodes);
        start = nodes.stream().mapToLong(TraceNode::start).min().orElseThrow();
        end = nodes.stream().mapToLong(TraceNode::end).max().orElseThrow();
    }

    public static TraceTree of(Trace trace) {
        // Each span once: an exporter that got no answer sends it again.
        List<Span> once = new LinkedHashSet<>(trace.spans())
                .stream().sorted(SpanOrder.BY_START).toList();
        TimestampNormalizer times = TimestampNormalizer.of(once);
        List<TraceNode> spans =
                once.stream().map(span -> TraceNode.of(span, times.times(span))).toList();
        ParentIndex parents = new ParentIndex(spans);
        List<TraceNode> tops = new ArrayList<>();
        Map<String, TraceNode> placeholders = new LinkedHashMap<>();
        for (TraceNode node : spans) {
            Optional<TraceNode> parent = parents.parentOf(node);
            if (parent.isPresent()) {
                parent.get().adopt(node);
            } else if (parentId(node).isEmpty()) {
                tops.add(node);
            } else {
                placeholders
                        .computeIfAbsent(parentId(node), TraceNode::placeholder)
                        .adopt(node);
            }
        }
        breakCircles(spans, tops, placeholders);
        hang(placeholders.values(), tops);
        List<TraceNode> nodes = preorder(tops);
        ClockSkewAdjuster.align(nodes);
        placeholders.values().forEach(TraceNode::spread);
        nodes.forEach(TraceNode::sortChildren);
        tops.sort(TraceNode.BY_START);
        return new TraceTree(trace, tops, preorder(tops));
    }

    /** Opens each circle at its earliest span: nodes that no top leads to are a circle, or hang from one. */
    private static void breakCircles(List<TraceNode> spans, List<TraceNode> tops, Map<String, TraceNode> placeholders) {
        Set<TraceNode> reached = new HashSet<>(preorder(tops));
        reached.addAll(preorder(List.copyOf(placeholders.values())));
        for (TraceNode node : spans) {
            if (!reached.contains(node)) {
                TraceNode earliest = earliestInTheCircleAbove(node);
                earliest.leaveParent();
                placeholders
                        .computeIfAbsent(parentId(earliest), TraceNode::placeholder)
                        .adopt(earliest);
                reached.addAll(preorder(List.of(earliest)));
            }
        }
    }

    private static TraceNode earliestInTheCircleAbove(TraceNode node) {
        Set<TraceNode> seen = new HashSet<>();
        TraceNode within = node;
        while (seen.add(within)) {
            within = parentOf(within);
        }
        TraceNode earliest = within;
        for (TraceNode next = parentOf(within); next != within; next = parentOf(next)) {
            earliest = EARLIEST.compare(next, earliest) < 0 ? next : earliest;
        }
        return earliest;
    }

    private static TraceNode parentOf(TraceNode node) {
        return node.parent().orElseThrow();
    }

    private static void hang(Iterable<TraceNode> placeholders, List<TraceNode> tops) {
        boolean oneRoot = tops.size() == 1;
        TraceNode root = oneRoot ? tops.get(0) : null;
        for (TraceNode placeholder : placeholders) {
            if (oneRoot) {
                root.adopt(placeholder);
            } else {
                tops.add(placeholder);
            }
        }
    }

    /** Returns parents before their children; without recursion, because a trace may be deeper than a stack. */
    private static List<TraceNode> preorder(List<TraceNode> tops) {
        List<TraceNode> all = new ArrayList<>();
        Deque<TraceNode> open = new ArrayDeque<>();
        pushReversed(open, tops);
        while (!open.isEmpty()) {
            TraceNode node = open.pop();
            all.add(node);
            pushReversed(open, node.children());
        }
        return all;
    }

    private static void pushReversed(Deque<TraceNode> open, List<TraceNode> nodes) {
        for (int i = nodes.size() - 1; i >= 0; i--) {
            open.push(nodes.get(i));
        }
    }

    private static String parentId(TraceNode node) {
        return node.span().orElseThrow().parentId().orElse("");
    }

    public Trace trace() {
        return trace;
    }

    /**
     * Returns the root alone, if the whole trace has arrived; else there may be several tops, and placeholders; never
     * empty.
     */
    public List<TraceNode> tops() {
        return tops;
    }

    /** Returns the first of the tops: the root, where there is one. */
    public TraceNode root() {
        return tops.get(0);
    }

    /** Returns all nodes, parents before their children, siblings in the order of their starts. */
    public List<TraceNode> nodes() {
        return nodes;
    }

    /** Returns whether the root has arrived, and the parent of every other span. */
    public boolean isWhole() {
        return tops.size() == 1
                && nodes.stream().allMatch(node -> node.missing().isEmpty());
    }

    /** Returns nanoseconds since 1970. */
    public long start() {
        return start;
    }

    /** Returns the nanoseconds from the first start to the last end. */
    public long duration() {
        return end - start;
    }
}
