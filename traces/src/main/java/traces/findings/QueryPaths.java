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
 * Groups the queries of a trace that have the same statement, the same path and the same server.
 *
 * <p>The path goes from the span that entered the service, by the operations below it, down to the query. So forty
 * queries are one group even if each has a span of its own above it, which Hibernate made; queries of another request
 * are another group.
 */
final class QueryPaths {

    /** A path: the number of the path above, and the operation at its end. */
    private record Step(int above, Operation operation) {}

    private final Map<Step, Integer> ways = new HashMap<>();
    private final Map<TraceNode, Integer> wayTo = new HashMap<>();
    private final Map<TraceNode, Operation> queries = new HashMap<>();
    private final Map<Step, Map<DatabaseServer, List<TraceNode>>> together = new LinkedHashMap<>();
    private int entries;

    private QueryPaths() {}

    /** Returns the queries of each statement and path, by server, in the order of the tree. */
    static Collection<Map<DatabaseServer, List<TraceNode>>> in(TraceTree tree) {
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
                together.computeIfAbsent(step, first -> new LinkedHashMap<>())
                        .computeIfAbsent(DatabaseServer.of(span), first -> new ArrayList<>())
                        .add(node);
            }
        }
    }

    /** Returns whether the span belongs to the work of its parent, and does not enter a service. */
    private static boolean isWithin(Span span, TraceNode parent) {
        boolean inside = span.kind() == SpanKind.SPAN_KIND_INTERNAL || span.kind() == SpanKind.SPAN_KIND_UNSPECIFIED;
        return inside
                && parent.span()
                        .map(Span::service)
                        .filter(span.service()::equals)
                        .isPresent();
    }

    /**
     * Returns whether the span is a query; some agents do not write the statement, and the span's name stands for it.
     */
    private static boolean isQuery(Span span) {
        boolean isCall = span.statement().isPresent()
                || CallTarget.isCall(span) && span.database().isPresent();
        return isCall && !SessionCommand.is(span);
    }

    /**
     * Returns whether the parent is the same query: two libraries, one above the other, may both make a span for it.
     */
    private boolean isSaidTwice(Operation query, TraceNode parent) {
        Operation above = queries.get(parent);
        return above != null && above.what().equals(query.what());
    }
}
