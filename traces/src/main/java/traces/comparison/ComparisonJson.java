package traces.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.model.Operation;
import traces.model.TraceSummary;

/**
 * A comparison as JSON, complete, for programs. Fields may be added; those that are here keep their meaning.
 *
 * <p>Times are whole nanoseconds and differences are B − A. Names are as the spans said them: whoever shows them makes them
 * safe for the place.
 *
 * <pre>
 *   {"a": {"id", "startNanos", "rootService", "rootName", "durationNanos", "spans", "errors", "services": [..], "whole"},
 *    "b": {the same},
 *    "difference": {"durationNanos", "spans", "errors"},
 *    "sentence": "162 SELECT became 2, −391 ms. ..",
 *    "rows": [{"depth", "parent", "in", "elsewhere", "service", "kind", "name", "operation",
 *              "a": {"count", "errors", "coveredNanos", "summedNanos", "ownNanos"}, "b": {the same},
 *              "difference": {"count", "errors", "coveredNanos"}}],
 *    "totals": [{"kind", "a": {..}, "b": {..}, "difference": {..}}]}
 * </pre>
 *
 * @param a what {@link TraceSummary} says of it
 * @param rows one for each operation at each place of the tree, parents before their children. {@code parent} is a row's
 *     index in this list, −1 for none; {@code in} is "both", "a" or "b"; {@code elsewhere} is true where the other trace has
 *     the operation at another place only. {@code operation} is the statement without its values, or the name, and null where
 *     the span hasn't arrived. {@code coveredNanos} is the time during which at least one of its spans ran, {@code summedNanos}
 *     their durations added up, {@code ownNanos} the same without the time during which their own children ran
 * @param totals the same spans by the kind of their work, wherever they stand; a span that hasn't arrived is in none
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

    // In ASCII: it may be printed, and a terminal obeys some of the other characters.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public static ComparisonJson of(TraceComparison comparison) {
        TraceSummary a = comparison.sideA().summary();
        TraceSummary b = comparison.sideB().summary();
        return new ComparisonJson(
                a,
                b,
                new OfTraces(b.durationNanos() - a.durationNanos(), b.spans() - a.spans(), b.errors() - a.errors()),
                comparison.sentence(),
                rows(comparison.rows()),
                comparison.totals().stream().map(ComparisonJson::total).toList());
    }

    public String text() {
        try {
            return MAPPER.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a comparison that cannot be written as JSON", e);
        }
    }

    private static List<OfRow> rows(List<ComparisonRow> rows) {
        // By identity: two matches at different places may well be equal.
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
                row.isOnlyInA() ? "a" : row.isOnlyInB() ? "b" : "both",
                row.elsewhere(),
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
