package traces.comparison;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * The spans of one operation beneath one parent match, in both traces; the two sides are compared with each other.
 *
 * <p>Siblings of the same operation are one match, whatever their number on each side, and so are their children. So
 * eighty queries in a loop are compared with the one query that replaced them.
 *
 * @param a the spans of the first trace, or placeholders; empty where it has no such span
 */
record OperationMatch(int depth, Optional<OperationMatch> parent, List<TraceNode> a, List<TraceNode> b) {

    /** Matches two single roots even where their names differ, because the user asked to compare these two. */
    static List<OperationMatch> tops(TraceTree a, TraceTree b) {
        if (a.tops().size() == 1 && b.tops().size() == 1) {
            return List.of(new OperationMatch(0, Optional.empty(), a.tops(), b.tops()));
        }
        return matches(0, Optional.empty(), a.tops(), b.tops());
    }

    List<OperationMatch> children() {
        List<TraceNode> ofA = children(a);
        List<TraceNode> ofB = children(b);
        if (answersOneRequest(ofA) && answersOneRequest(ofB) && service(ofA).equals(service(ofB))) {
            return List.of(new OperationMatch(depth + 1, Optional.of(this), ofA, ofB));
        }
        return matches(depth + 1, Optional.of(this), ofA, ofB);
    }

    /** Such a single request is matched like a root: a caller with a span of its own stands above it. */
    private static boolean answersOneRequest(List<TraceNode> nodes) {
        return nodes.size() == 1
                && nodes.get(0)
                        .span()
                        .filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)
                        .isPresent();
    }

    private static Optional<String> service(List<TraceNode> nodes) {
        return nodes.get(0).span().map(Span::service);
    }

    /** Returns the children of all parents, in the order of their starts. */
    private static List<TraceNode> children(List<TraceNode> parents) {
        return parents.stream()
                .flatMap(parent -> parent.children().stream())
                .sorted(TraceNode.BY_START)
                .toList();
    }

    private static List<OperationMatch> matches(
            int depth, Optional<OperationMatch> parent, List<TraceNode> a, List<TraceNode> b) {
        // Placeholders have no operation, and share the empty key.
        Map<Optional<Operation>, List<TraceNode>> ofA = byOperation(a);
        Map<Optional<Operation>, List<TraceNode>> ofB = byOperation(b);
        return OrderedMerge.of(List.copyOf(ofA.keySet()), List.copyOf(ofB.keySet())).stream()
                .map(what -> new OperationMatch(
                        depth, parent, ofA.getOrDefault(what, List.of()), ofB.getOrDefault(what, List.of())))
                .toList();
    }

    private static Map<Optional<Operation>, List<TraceNode>> byOperation(List<TraceNode> nodes) {
        Map<Optional<Operation>, List<TraceNode>> byOperation = new LinkedHashMap<>();
        for (TraceNode node : nodes) {
            byOperation
                    .computeIfAbsent(node.span().map(Operation::of), what -> new ArrayList<>())
                    .add(node);
        }
        return byOperation;
    }
}
