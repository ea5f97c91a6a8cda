package traces.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import traces.model.Operation;
import traces.model.Span;
import traces.model.SpanNameTemplate;
import traces.model.TraceNode;

/**
 * A row of the comparison: one operation at one place of the tree, in both traces.
 *
 * <p>Its texts are those of the spans: a caller that prints them makes them safe first.
 */
record ComparisonRow(OperationMatch match, CallStatistics a, CallStatistics b, RowPlace place) {

    static final String MISSING = "(a span that has not arrived)";
    static final String NO_NAME = "(no name)";

    /**
     * @param inA all operations of the first trace
     * @param inB all operations of the second trace
     */
    static ComparisonRow of(OperationMatch match, Set<Operation> inA, Set<Operation> inB) {
        boolean movedFromA = match.b().isEmpty() && inB.containsAll(operations(match.a()));
        boolean movedToB = match.a().isEmpty() && inA.containsAll(operations(match.b()));
        boolean known = first(match).isPresent();
        return new ComparisonRow(
                match,
                CallStatistics.of(match.a()),
                CallStatistics.of(match.b()),
                RowPlace.of(match, known && (movedFromA || movedToB)));
    }

    static List<Operation> operations(List<TraceNode> nodes) {
        return nodes.stream()
                .limit(1)
                .flatMap(node -> node.span().stream())
                .map(Operation::of)
                .toList();
    }

    int depth() {
        return match.depth();
    }

    ComparisonFigures figures() {
        return new ComparisonFigures(a, b);
    }

    /** Returns the name; both names where matched requests differ: {@code GET /orders → GET /order/{id}}. */
    String name() {
        return place == RowPlace.BOTH && isSameOperation()
                ? name(Stream.of(match.a(), match.b()).flatMap(List::stream).toList())
                : ofBoth(ComparisonRow::name);
    }

    /** Returns the name that the spans share, or its template where they differ in an id. */
    static String name(List<TraceNode> alike) {
        List<String> names = alike.stream()
                .flatMap(node -> node.span().stream())
                .map(Span::name)
                .toList();
        return names.isEmpty() ? MISSING : name(SpanNameTemplate.ofAll(names));
    }

    static String name(String name) {
        return name.isBlank() ? NO_NAME : name;
    }

    /** Returns the service; empty for a placeholder, whose service is unknown. */
    String service() {
        return ofBoth(nodes -> span(nodes).map(Span::service).orElse(""));
    }

    /** Returns the service; empty where it is that of the parent row. */
    String newService() {
        Optional<Span> above = match.parent().flatMap(parent -> match.a().isEmpty() ? last(parent) : first(parent));
        boolean same = above.map(Span::service).equals(first(match).map(Span::service));
        return same ? "" : service();
    }

    /** Returns the operation; none for a placeholder. */
    Optional<Operation> operation() {
        return first(match).map(Operation::of);
    }

    private String ofBoth(Function<List<TraceNode>, String> what) {
        String here = what.apply(match.a().isEmpty() ? match.b() : match.a());
        if (place != RowPlace.BOTH || isSameOperation()) {
            return here;
        }
        String there = what.apply(match.b());
        return here.equals(there) ? here : here + " → " + there;
    }

    /** Tells whether both sides have one operation: not where a side is empty, or where matched requests differ. */
    boolean isSameOperation() {
        return operations(match.a()).equals(operations(match.b()));
    }

    private static Optional<Span> first(OperationMatch match) {
        return span(match.a().isEmpty() ? match.b() : match.a());
    }

    /** Returns B's span where there is one: under roots that differ, a row of B only belongs to B's root. */
    private static Optional<Span> last(OperationMatch match) {
        return span(match.b().isEmpty() ? match.a() : match.b());
    }

    private static Optional<Span> span(List<TraceNode> nodes) {
        return nodes.get(0).span();
    }
}
