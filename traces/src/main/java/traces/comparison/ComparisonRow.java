package traces.comparison;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TraceNode;

/**
 * A line of the comparison: one operation at one place, in both traces.
 *
 * <p>What it says is as the spans said it: who prints it makes it printable.
 *
 * @param elsewhere whether only one trace has it here, and the other has it at another place
 */
record ComparisonRow(OperationMatch match, CallStatistics a, CallStatistics b, boolean elsewhere) {

    static final String MISSING = "(a span that has not arrived)";
    static final String NO_NAME = "(no name)";

    /** @param inA @param inB every operation of each trace */
    static ComparisonRow of(OperationMatch match, Set<Operation> inA, Set<Operation> inB) {
        boolean movedFromA = match.b().isEmpty() && inB.containsAll(operations(match.a()));
        boolean movedToB = match.a().isEmpty() && inA.containsAll(operations(match.b()));
        boolean known = first(match).isPresent();
        return new ComparisonRow(
                match, CallStatistics.of(match.a()), CallStatistics.of(match.b()), known && (movedFromA || movedToB));
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

    boolean isOnlyInA() {
        return b.count() == 0;
    }

    boolean isOnlyInB() {
        return a.count() == 0;
    }

    /** Of its spans; of both, where the two differ, as two roots may: {@code GET /pair/beer → GET /beer/{name}}. */
    String name() {
        return ofBoth(ComparisonRow::name, MISSING);
    }

    static String name(Span span) {
        return span.name().isBlank() ? NO_NAME : span.name();
    }

    /** Empty for a placeholder: nobody knows. */
    String service() {
        return ofBoth(Span::service, "");
    }

    /** The same, but empty where it's the one of the line above it in the tree. */
    String newService() {
        Optional<Span> above = match.parent().flatMap(parent -> match.a().isEmpty() ? last(parent) : first(parent));
        boolean same = above.map(Span::service).equals(first(match).map(Span::service));
        return same ? "" : service();
    }

    /** What its spans have in common; none for a placeholder. */
    Optional<Operation> operation() {
        return first(match).map(Operation::of);
    }

    private String ofBoth(Function<Span, String> what, String unknown) {
        String here = first(match).map(what).orElse(unknown);
        if (a.count() == 0 || b.count() == 0 || isSameOperation()) {
            return here;
        }
        String there = span(match.b()).map(what).orElse(unknown);
        return here.equals(there) ? here : here + " → " + there;
    }

    /** False only for two requests that were matched although they ask for different things, and where one side is empty. */
    boolean isSameOperation() {
        return operations(match.a()).equals(operations(match.b()));
    }

    private static Optional<Span> first(OperationMatch match) {
        return span(match.a().isEmpty() ? match.b() : match.a());
    }

    /** Of B, where it has one: under two roots that differ, what only B has belongs to B's. */
    private static Optional<Span> last(OperationMatch match) {
        return span(match.b().isEmpty() ? match.a() : match.b());
    }

    private static Optional<Span> span(List<TraceNode> nodes) {
        return nodes.get(0).span();
    }
}
