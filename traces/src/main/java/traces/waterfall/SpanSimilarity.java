package traces.waterfall;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import traces.model.Operation;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Tells which spans are similar: they have the same operation and the same outcome, and so have their descendants.
 *
 * <p>The number of similar descendants may differ: a request with 80 queries is similar to one with 81.
 */
final class SpanSimilarity {

    private final Map<TraceNode, Integer> kinds = new IdentityHashMap<>();

    SpanSimilarity(TraceTree tree) {
        record Kind(Operation operation, boolean error, Optional<String> timeFault, Set<Integer> beneath) {}
        Map<Kind, Integer> known = new HashMap<>();
        List<TraceNode> nodes = tree.nodes();
        // Children before their parents, without recursion, because a trace may be deeper than a stack.
        for (int i = nodes.size() - 1; i >= 0; i--) {
            TraceNode node = nodes.get(i);
            Kind kind = new Kind(
                    node.span().map(Operation::of).orElse(null),
                    node.isError(),
                    node.timeFault(),
                    node.children().stream().map(kinds::get).collect(Collectors.toSet()));
            known.putIfAbsent(kind, known.size());
            kinds.put(node, known.get(kind));
        }
    }

    /** Returns a number that similar spans share. */
    int kind(TraceNode node) {
        return kinds.get(node);
    }
}
