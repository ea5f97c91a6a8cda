package coach.compare;

import coach.trace.Node;
import coach.trace.Operation;
import coach.trace.Span;
import coach.trace.TraceTree;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spans of one operation beneath one other match, in both traces: what is compared with each other.
 *
 * <p>Siblings that do the same are one match, however many they are on either side, and so are their children. That makes
 * eighty queries in a loop comparable with the one that replaced them.
 *
 * @param a its spans in the first trace, or their placeholders; empty where it has none
 */
record Match(int depth, Optional<Match> parent, List<Node> a, List<Node> b) {

    /** The roots match whatever their names are, where there is one in each: they are what was asked to be compared. */
    static List<Match> tops(TraceTree a, TraceTree b) {
        if (a.tops().size() == 1 && b.tops().size() == 1) {
            return List.of(new Match(0, Optional.empty(), a.tops(), b.tops()));
        }
        return matches(0, Optional.empty(), a.tops(), b.tops());
    }

    List<Match> children() {
        List<Node> ofA = children(a);
        List<Node> ofB = children(b);
        if (answersOneRequest(ofA) && answersOneRequest(ofB) && service(ofA).equals(service(ofB))) {
            return List.of(new Match(depth + 1, Optional.of(this), ofA, ofB));
        }
        return matches(depth + 1, Optional.of(this), ofA, ofB);
    }

    /** A caller whose span is in the trace as well moves what was asked to be compared a line down. */
    private static boolean answersOneRequest(List<Node> nodes) {
        return nodes.size() == 1
                && nodes.get(0)
                        .span()
                        .filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)
                        .isPresent();
    }

    private static Optional<String> service(List<Node> nodes) {
        return nodes.get(0).span().map(Span::service);
    }

    /** Several parents' children, in the order in which they started. */
    private static List<Node> children(List<Node> parents) {
        return parents.stream()
                .flatMap(parent -> parent.children().stream())
                .sorted(Node.BY_START)
                .toList();
    }

    private static List<Match> matches(int depth, Optional<Match> parent, List<Node> a, List<Node> b) {
        // Without an operation: the placeholders, of which there is nothing to know.
        Map<Optional<Operation>, List<Node>> ofA = byOperation(a);
        Map<Optional<Operation>, List<Node>> ofB = byOperation(b);
        return InOrder.of(List.copyOf(ofA.keySet()), List.copyOf(ofB.keySet())).stream()
                .map(what ->
                        new Match(depth, parent, ofA.getOrDefault(what, List.of()), ofB.getOrDefault(what, List.of())))
                .toList();
    }

    private static Map<Optional<Operation>, List<Node>> byOperation(List<Node> nodes) {
        Map<Optional<Operation>, List<Node>> byOperation = new LinkedHashMap<>();
        for (Node node : nodes) {
            byOperation
                    .computeIfAbsent(node.span().map(Operation::of), what -> new ArrayList<>())
                    .add(node);
        }
        return byOperation;
    }
}
