package traces.comparison;

import java.util.List;
import java.util.function.Function;
import traces.model.DurationText;
import traces.model.Operation;
import traces.model.TraceNode;

/** A comparison in the words of its page's template; all text of the spans' is made safe to be shown, and escaped there. */
record ComparisonView(
        String sentence,
        OfTrace a,
        OfTrace b,
        List<OfRow> rows,
        List<OfRow> totals,
        boolean hasTotals,
        boolean errorColumn,
        int columnCount,
        boolean overlap,
        int leftOut,
        boolean isCut,
        String swap,
        String json,
        List<SharedTimeAxis.Tick> ticks) {

    /** More than anybody reads; the JSON has all. */
    private static final int MOST_ROWS = 300;

    record OfTrace(
            String letter,
            String name,
            String service,
            String id,
            String page,
            String duration,
            String spans,
            String errors,
            boolean notWhole,
            String services,
            List<WaterfallLane> lanes) {}

    /** @param place where it is, in words, unless it's in both; mark is the same in a letter */
    record OfRow(
            int depth,
            String mark,
            String place,
            String service,
            String name,
            String statement,
            ComparisonFigures figures,
            String change) {}

    static ComparisonView of(TraceComparison comparison) {
        SharedTimeAxis axis = SharedTimeAxis.of(comparison);
        List<ComparisonRow> rows = comparison.rows().stream().limit(MOST_ROWS).toList();
        List<OfRow> totals = comparison.totals().stream()
                .filter(total -> total.rows() > 1)
                .limit(MOST_ROWS)
                .map(ComparisonView::total)
                .toList();
        ComparedTrace a = comparison.sideA();
        ComparedTrace b = comparison.sideB();
        boolean errors = a.summary().errors() + b.summary().errors() > 0;
        int leftOut = comparison.rows().size() - rows.size();
        return new ComparisonView(
                PageText.unbroken(comparison.sentence()),
                trace(a, lanes(rows, a, axis, row -> row.match().a(), ComparisonRow::a)),
                trace(b, lanes(rows, b, axis, row -> row.match().b(), ComparisonRow::b)),
                rows.stream().map(ComparisonView::row).toList(),
                totals,
                !totals.isEmpty(),
                errors,
                errors ? 8 : 7,
                rows.stream().anyMatch(row -> new ComparisonFigures(row.a(), row.b()).overlap()),
                leftOut,
                leftOut > 0,
                ComparisonPage.path(b.id(), a.id()),
                ComparisonPage.path(comparison).replace("/compare?", "/compare.json?"),
                axis.ticks());
    }

    private static OfTrace trace(ComparedTrace side, List<WaterfallLane> lanes) {
        return new OfTrace(
                side.letter(),
                PageText.text(side.name()),
                PageText.text(side.summary().rootService()),
                side.id(),
                "/zipkin/traces/" + side.id(),
                DurationText.text(side.duration()),
                Plurals.count(side.summary().spans(), "span"),
                side.errors().isEmpty() ? "no errors" : side.errors(),
                !side.summary().whole(),
                PageText.text(String.join(", ", side.summary().services())),
                lanes);
    }

    private static List<WaterfallLane> lanes(
            List<ComparisonRow> rows,
            ComparedTrace side,
            SharedTimeAxis axis,
            Function<ComparisonRow, List<TraceNode>> nodes,
            Function<ComparisonRow, CallStatistics> calls) {
        return rows.stream()
                .filter(row -> !nodes.apply(row).isEmpty())
                .map(row -> WaterfallLane.of(
                        row, nodes.apply(row), calls.apply(row), side.tree().start(), axis))
                .toList();
    }

    private static OfRow row(ComparisonRow row) {
        String mark = row.elsewhere() ? "~" : row.isOnlyInA() ? "−" : row.isOnlyInB() ? "+" : "";
        String only = row.isOnlyInA() ? "only in A" : row.isOnlyInB() ? "only in B" : "";
        String there = row.isOnlyInA() ? "here in A, elsewhere in B" : "here in B, elsewhere in A";
        return new OfRow(
                PageText.depth(row.depth()),
                mark,
                row.elsewhere() ? there : only,
                PageText.text(row.newService()),
                PageText.deep(row.depth()) + PageText.text(row.name()),
                row.operation()
                        .map(Operation::what)
                        .filter(what -> !what.equals(row.name()))
                        .filter(what -> row.isSameOperation()
                                || row.a().count() == 0
                                || row.b().count() == 0)
                        .map(PageText::text)
                        .orElse(""),
                new ComparisonFigures(row.a(), row.b()),
                change(row.a(), row.b()));
    }

    private static OfRow total(WorkTotal total) {
        return new OfRow(
                0,
                "",
                "",
                "",
                PageText.text(total.kind()),
                "",
                new ComparisonFigures(total.a(), total.b()),
                change(total.a(), total.b()));
    }

    /** How it's coloured, where there is colour; the number's sign says it too. */
    private static String change(CallStatistics a, CallStatistics b) {
        return b.covered() == a.covered() ? "same" : b.covered() > a.covered() ? "more" : "less";
    }
}
