package traces.findings;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Puts the queries of a trace together that say the same and were come to in the same way.
 *
 * <p>The way is that of the operations from where a service was entered down to the query. So forty queries that each sit in
 * a span of their own, which Hibernate made, are together, and each is there once; those of another request aren't with them.
 */
final class QueryPaths {

    /** A way, by the number that stands for the way above, and the operation at its end. */
    private record Step(int above, Operation operation) {}

    private final Map<Step, Integer> ways = new HashMap<>();
    private final Map<TraceNode, Integer> wayTo = new HashMap<>();
    private final Map<TraceNode, Operation> queries = new HashMap<>();
    private final Map<Step, List<TraceNode>> together = new LinkedHashMap<>();
    private int entries;

    private QueryPaths() {}

    /** In the order of the tree. */
    static Collection<List<TraceNode>> in(TraceTree tree) {
        QueryPaths paths = new QueryPaths();
        tree.nodes().forEach(paths::add);
        return paths.together.values();
    }

    private void add(TraceNode node) {
        Span span = node.span().orElse(null);
        if (span == null || node.parent().isEmpty()) {
            wayTo.put(node, --entries);
            return;
        }
        TraceNode parent = node.parent().get();
        Step step = new Step(wayTo.get(parent), Operation.of(span));
        wayTo.put(node, isWithin(span, parent) ? ways.computeIfAbsent(step, next -> ways.size()) : --entries);
        if (isQuery(span)) {
            queries.put(node, step.operation());
            if (!isSaidTwice(step.operation(), parent)) {
                together.computeIfAbsent(step, first -> new ArrayList<>()).add(node);
            }
        }
    }

    /** Whether it belongs to what its service does there, rather than being an entry of its own. */
    private static boolean isWithin(Span span, TraceNode parent) {
        boolean inside = span.kind() == SpanKind.SPAN_KIND_INTERNAL || span.kind() == SpanKind.SPAN_KIND_UNSPECIFIED;
        return inside
                && parent.span()
                        .map(Span::service)
                        .filter(span.service()::equals)
                        .isPresent();
    }

    /** Some agents don't write the text of statements: then there is the span's name. */
    private static boolean isQuery(Span span) {
        return span.statement().isPresent()
                || CallTarget.isCall(span) && span.database().isPresent();
    }

    /** Two libraries on top of each other may both say the statement that they send. */
    private boolean isSaidTwice(Operation query, TraceNode parent) {
        Operation above = queries.get(parent);
        return above != null && above.what().equals(query.what());
    }
}
