package traces.comparison;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.model.Operation;
import traces.model.TraceSummary;
import traces.terminal.AsciiJson;

/**
 * A comparison as JSON, complete, for programs. Later versions may add fields, and keep the meaning of these.
 *
 * <p>Times are whole nanoseconds and differences are B − A. Names are those of the spans: a program that shows them has
 * to make them safe for its purpose.
 *
 * <pre>
 *   {"a": {"id", "startNanos", "rootService", "rootName", "durationNanos", "spans", "errors", "services": [..],
 *          "whole"},
 *    "b": {the same},
 *    "difference": {"durationNanos", "spans", "errors"},
 *    "sentence": "162 SELECT became 2, −391 ms. ..",
 *    "rows": [{"depth", "parent", "in", "elsewhere", "service", "kind", "name", "operation",
 *              "a": {"count", "errors", "coveredNanos", "summedNanos", "ownNanos"}, "b": {the same},
 *              "difference": {"count", "errors", "coveredNanos"}}],
 *    "totals": [{"kind", "a": {..}, "b": {..}, "difference": {..}}]}
 * </pre>
 *
 * @param a the {@link TraceSummary} of the first trace
 * @param rows one for each operation at each place of the tree, parents before their children. {@code parent} is the
 *     index of a row in this list, −1 for none; {@code in} is "both", "a" or "b"; {@code elsewhere} is true where the
 *     other trace has the operation at another place only. {@code operation} is the statement without its values, or
 *     the name, and null where the span hasn't arrived. {@code coveredNanos} is the time during which at least one of
 *     its spans ran, {@code summedNanos} the sum of their durations, {@code ownNanos} the same without the time during
 *     which their children ran
 * @param totals the sums of the same spans by the kind of their work; without spans that haven't arrived
 */
public record ComparisonJson(
        TraceSummary a, TraceSummary b, OfTraces difference, String sentence, List<OfRow> rows, List<OfTotal> totals) {

    record OfTraces(long durationNanos, int spans, int errors) {}

    record OfRow(
            int depth,
            int parent,
            String in,
            boolean elsewhere,
            String service,
            String kind,
            String name,
            String operation,
            OfCalls a,
            OfCalls b,
            Difference difference) {}

    record OfTotal(String kind, OfCalls a, OfCalls b, Difference difference) {}

    record OfCalls(int count, int errors, long coveredNanos, long summedNanos, long ownNanos) {}

    record Difference(int count, int errors, long coveredNanos) {}

    public static ComparisonJson of(TraceComparison comparison) {
        TraceSummary a = comparison.sideA().summary();
        TraceSummary b = comparison.sideB().summary();
        return new ComparisonJson(
                a,
                b,
                new OfTraces(b.durationNanos() - a.durationNanos(), b.spans() - a.spans(), b.errors() - a.errors()),
                ComparisonSummary.of(comparison),
                rows(comparison.rows()),
                comparison.totals().stream().map(ComparisonJson::total).toList());
    }

    public String text() {
        return AsciiJson.pretty(this);
    }

    private static List<OfRow> rows(List<ComparisonRow> rows) {
        // By identity, because two matches at different places may be equal.
        Map<OperationMatch, Integer> places = new IdentityHashMap<>();
        rows.forEach(row -> places.put(row.match(), places.size()));
        return rows.stream()
                .map(row -> row(row, row.match().parent().map(places::get).orElse(-1)))
                .toList();
    }

    private static OfRow row(ComparisonRow row, int parent) {
        Optional<Operation> operation = row.operation();
        return new OfRow(
                row.depth(),
                parent,
                row.place().traces(),
                row.place().isElsewhere(),
                row.service(),
                operation.map(what -> WorkKind.kind(what.kind())).orElse(""),
                row.name(),
                operation.map(Operation::what).orElse(null),
                calls(row.a()),
                calls(row.b()),
                difference(row.a(), row.b()));
    }

    private static OfTotal total(WorkTotal total) {
        return new OfTotal(total.kind(), calls(total.a()), calls(total.b()), difference(total.a(), total.b()));
    }

    private static OfCalls calls(CallStatistics calls) {
        return new OfCalls(calls.count(), calls.errors(), calls.covered(), calls.summed(), calls.own());
    }

    private static Difference difference(CallStatistics a, CallStatistics b) {
        return new Difference(b.count() - a.count(), b.errors() - a.errors(), b.covered() - a.covered());
    }
}
