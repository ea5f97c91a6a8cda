package traces.waterfall;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import traces.model.Operation;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Tells which spans are alike: they do the same, fail or succeed alike, and so does all beneath them.
 *
 * <p>How often a thing is done beneath them may differ: twenty requests with 80 queries each, or 81, are alike.
 */
final class SpanSimilarity {

    private final Map<TraceNode, Integer> kinds = new IdentityHashMap<>();

    SpanSimilarity(TraceTree tree) {
        record Kind(Operation operation, boolean error, Set<Integer> beneath) {}
        Map<Kind, Integer> known = new HashMap<>();
        List<TraceNode> nodes = tree.nodes();
        // Children before their parents, without recursion, because a trace may be deeper than a stack.
        for (int i = nodes.size() - 1; i >= 0; i--) {
            TraceNode node = nodes.get(i);
            Kind kind = new Kind(
                    node.span().map(Operation::of).orElse(null),
                    node.isError(),
                    node.children().stream().map(kinds::get).collect(Collectors.toSet()));
            known.putIfAbsent(kind, known.size());
            kinds.put(node, known.get(kind));
        }
    }

    /** A number that alike spans share. */
    int kind(TraceNode node) {
        return kinds.get(node);
    }
}
