package traces.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes trees as text, and spans in other orders, so that tests can hold one tree against another. */
final class Trees {

    private Trees() {}

    /**
     * A node a line, two spaces in for each level; a placeholder as the id it stands for.
     *
     * <pre>
     *   GET /beers
     *     SELECT beer
     *     (9)
     * </pre>
     */
    static String text(TraceTree tree) {
        StringBuilder text = new StringBuilder();
        for (TraceNode node : tree.nodes()) {
            text.append("  ".repeat(depth(node))).append(label(node)).append('\n');
        }
        return text.toString();
    }

    private static String label(TraceNode node) {
        return node.span()
                .map(Span::name)
                .orElseGet(() -> "(" + Long.parseUnsignedLong(node.missing().orElseThrow(), 16) + ")");
    }

    private static int depth(TraceNode node) {
        int depth = 0;
        for (TraceNode above = node;
                above.parent().isPresent();
                above = above.parent().get()) {
            depth++;
        }
        return depth;
    }

    /** All orders in which these can arrive; for a handful. */
    static <T> List<List<T>> orders(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (int first = 0; first < things.size(); first++) {
            List<T> others = new ArrayList<>(things);
            T head = others.remove(first);
            for (List<T> tail : orders(others)) {
                List<T> order = new ArrayList<>(List.of(head));
                order.addAll(tail);
                orders.add(order);
            }
        }
        return orders;
    }

    static <T> List<T> shuffled(List<T> things, long seed) {
        List<T> shuffled = new ArrayList<>(things);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
