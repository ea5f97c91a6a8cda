package traces.comparison;

import java.util.List;
import java.util.function.Function;
import traces.model.DurationText;
import traces.model.Operation;
import traces.model.SpanNameTemplate;
import traces.model.TraceNode;
import traces.terminal.Plurals;

/** The values of the page's template; texts of spans are made safe here, and escaped by the template. */
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

    /** More rows are too many to read; the JSON has all. */
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

    /**
     * @param mark the place as a letter
     * @param place the place in words; empty where the operation is in both
     * @param change the CSS class of the time's difference; the number's sign says the same
     */
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
        return of(comparison, true);
    }

    /** @param linked whether to link to other pages of the same server; a file has none */
    static ComparisonView of(TraceComparison comparison, boolean linked) {
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
                PageText.unbroken(ComparisonSummary.of(comparison)),
                trace(a, linked, lanes(rows, a, axis, row -> row.match().a(), ComparisonRow::a)),
                trace(b, linked, lanes(rows, b, axis, row -> row.match().b(), ComparisonRow::b)),
                rows.stream().map(ComparisonView::row).toList(),
                totals,
                !totals.isEmpty(),
                errors,
                errors ? 8 : 7,
                rows.stream().anyMatch(row -> row.figures().overlap()),
                leftOut,
                leftOut > 0,
                linked ? comparison.swappedPath() : "",
                linked ? comparison.path().replace("/compare?", "/compare.json?") : "",
                axis.ticks());
    }

    private static OfTrace trace(ComparedTrace side, boolean linked, List<WaterfallLane> lanes) {
        return new OfTrace(
                side.letter(),
                PageText.text(side.name()),
                PageText.text(side.summary().rootService()),
                side.id(),
                linked ? "/zipkin/traces/" + side.id() : "",
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
        return new OfRow(
                PageText.depth(row.depth()),
                row.place().mark(),
                row.place().text(),
                PageText.text(row.newService()),
                PageText.deep(row.depth()) + PageText.text(row.name()),
                row.operation()
                        .map(Operation::what)
                        .filter(what -> !what.equals(SpanNameTemplate.of(row.name())))
                        .filter(what -> row.place() != RowPlace.BOTH || row.isSameOperation())
                        .map(PageText::text)
                        .orElse(""),
                row.figures(),
                change(row.figures()));
    }

    private static OfRow total(WorkTotal total) {
        return new OfRow(0, "", "", "", PageText.text(total.kind()), "", total.figures(), change(total.figures()));
    }

    private static String change(ComparisonFigures figures) {
        return switch (figures.timeChange()) {
            case 0 -> "same";
            case 1 -> "more";
            default -> "less";
        };
    }
}
