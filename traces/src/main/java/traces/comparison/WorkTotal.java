package traces.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import traces.model.Operation;
import traces.model.TraceNode;

/**
 * The sum of all work of one kind in both traces, at any place of the trees.
 *
 * @param kind see {@link WorkKind}
 * @param rows the number of rows that were summed up
 * @param exchanged the number of A's calls that are replaced by other calls of the same kind, such as other statements
 */
record WorkTotal(String kind, CallStatistics a, CallStatistics b, int rows, int exchanged) {

    /** Sums the rows up by kind, in their order; without placeholders, whose kind is unknown. */
    static List<WorkTotal> of(List<ComparisonRow> rows) {
        Map<String, List<ComparisonRow>> byKind = new LinkedHashMap<>();
        for (ComparisonRow row : rows) {
            kind(row)
                    .ifPresent(kind -> byKind.computeIfAbsent(kind, key -> new ArrayList<>())
                            .add(row));
        }
        return byKind.entrySet().stream()
                .map(kind -> sum(kind.getKey(), kind.getValue()))
                .toList();
    }

    private static WorkTotal sum(String kind, List<ComparisonRow> rows) {
        Map<Operation, Integer> moreOfA = new HashMap<>();
        rows.forEach(row -> row.operation()
                .ifPresent(what -> moreOfA.merge(what, row.a().count() - row.b().count(), Integer::sum)));
        int gone = moreOfA.values().stream().mapToInt(more -> Math.max(more, 0)).sum();
        int come =
                moreOfA.values().stream().mapToInt(more -> Math.max(-more, 0)).sum();
        return new WorkTotal(
                kind,
                statistics(rows, OperationMatch::a),
                statistics(rows, OperationMatch::b),
                rows.size(),
                Math.min(gone, come));
    }

    private static CallStatistics statistics(List<ComparisonRow> rows, Function<OperationMatch, List<TraceNode>> side) {
        return CallStatistics.of(
                rows.stream().flatMap(row -> side.apply(row.match()).stream()).toList());
    }

    /**
     * Returns one kind for two requests that were matched although they differ: {@code SERVER GET /a → SERVER GET /b}.
     */
    private static Optional<String> kind(ComparisonRow row) {
        Optional<String> a = kind(row.match().a());
        Optional<String> b = kind(row.match().b());
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return a.or(() -> b);
        }
        return Optional.of(a.get() + " → " + b.get());
    }

    private static Optional<String> kind(List<TraceNode> nodes) {
        return nodes.stream()
                .limit(1)
                .flatMap(node -> node.span().stream())
                .map(WorkKind::of)
                .findFirst();
    }

    ComparisonFigures figures() {
        return new ComparisonFigures(a, b);
    }

    /** Tells whether the number of calls differs, or the calls themselves do. */
    boolean isChanged() {
        return moreCalls() != 0 || exchanged > 0;
    }

    int moreCalls() {
        return b.count() - a.count();
    }

    long longer() {
        return b.covered() - a.covered();
    }

    /**
     * Returns the difference of the spans' own time, without that of their children: where the time is really spent.
     */
    long ownLonger() {
        return b.own() - a.own();
    }
}
