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
 * Spans of one operation beneath one other match, in both traces: what is compared with each other.
 *
 * <p>Siblings that do the same are one match, however many they are on either side, and so are their children. That makes
 * eighty queries in a loop comparable with the one that replaced them.
 *
 * @param a its spans in the first trace, or their placeholders; empty where it has none
 */
record OperationMatch(int depth, Optional<OperationMatch> parent, List<TraceNode> a, List<TraceNode> b) {

    /** The roots match whatever their names are, where there is one in each: they are what was asked to be compared. */
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

    /** A caller whose span is in the trace as well moves what was asked to be compared a line down. */
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

    /** Several parents' children, in the order in which they started. */
    private static List<TraceNode> children(List<TraceNode> parents) {
        return parents.stream()
                .flatMap(parent -> parent.children().stream())
                .sorted(TraceNode.BY_START)
                .toList();
    }

    private static List<OperationMatch> matches(
            int depth, Optional<OperationMatch> parent, List<TraceNode> a, List<TraceNode> b) {
        // Without an operation: the placeholders, of which there is nothing to know.
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
