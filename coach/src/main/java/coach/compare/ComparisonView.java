package coach.compare;

import coach.trace.Node;
import coach.trace.Operation;
import coach.trace.Times;
import java.util.List;
import java.util.function.Function;

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
        List<Axis.Tick> ticks) {

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
            List<Lane> lanes) {}

    /** @param place where it is, in words, unless it's in both; mark is the same in a letter */
    record OfRow(
            int depth,
            String mark,
            String place,
            String service,
            String name,
            String statement,
            Figures figures,
            String change) {}

    static ComparisonView of(Comparison comparison) {
        Axis axis = Axis.of(comparison);
        List<Row> rows = comparison.rows().stream().limit(MOST_ROWS).toList();
        List<OfRow> totals = comparison.totals().stream()
                .filter(total -> total.rows() > 1)
                .limit(MOST_ROWS)
                .map(ComparisonView::total)
                .toList();
        Side a = comparison.sideA();
        Side b = comparison.sideB();
        boolean errors = a.summary().errors() + b.summary().errors() > 0;
        int leftOut = comparison.rows().size() - rows.size();
        return new ComparisonView(
                Shown.unbroken(comparison.sentence()),
                trace(a, lanes(rows, a, axis, row -> row.match().a(), Row::a)),
                trace(b, lanes(rows, b, axis, row -> row.match().b(), Row::b)),
                rows.stream().map(ComparisonView::row).toList(),
                totals,
                !totals.isEmpty(),
                errors,
                errors ? 8 : 7,
                rows.stream().anyMatch(row -> new Figures(row.a(), row.b()).overlap()),
                leftOut,
                leftOut > 0,
                ComparePage.path(b.id(), a.id()),
                ComparePage.path(comparison).replace("/compare?", "/compare.json?"),
                axis.ticks());
    }

    private static OfTrace trace(Side side, List<Lane> lanes) {
        return new OfTrace(
                side.letter(),
                Shown.text(side.name()),
                Shown.text(side.summary().rootService()),
                side.id(),
                "/zipkin/traces/" + side.id(),
                Times.text(side.duration()),
                Words.count(side.summary().spans(), "span"),
                side.errors().isEmpty() ? "no errors" : side.errors(),
                !side.summary().whole(),
                Shown.text(String.join(", ", side.summary().services())),
                lanes);
    }

    private static List<Lane> lanes(
            List<Row> rows, Side side, Axis axis, Function<Row, List<Node>> nodes, Function<Row, Calls> calls) {
        return rows.stream()
                .filter(row -> !nodes.apply(row).isEmpty())
                .map(row -> Lane.of(
                        row, nodes.apply(row), calls.apply(row), side.tree().start(), axis))
                .toList();
    }

    private static OfRow row(Row row) {
        String mark = row.elsewhere() ? "~" : row.isOnlyInA() ? "−" : row.isOnlyInB() ? "+" : "";
        String only = row.isOnlyInA() ? "only in A" : row.isOnlyInB() ? "only in B" : "";
        String there = row.isOnlyInA() ? "here in A, elsewhere in B" : "here in B, elsewhere in A";
        return new OfRow(
                Shown.depth(row.depth()),
                mark,
                row.elsewhere() ? there : only,
                Shown.text(row.newService()),
                Shown.deep(row.depth()) + Shown.text(row.name()),
                row.operation()
                        .map(Operation::what)
                        .filter(what -> !what.equals(row.name()))
                        .filter(what -> row.isSameOperation()
                                || row.a().count() == 0
                                || row.b().count() == 0)
                        .map(Shown::text)
                        .orElse(""),
                new Figures(row.a(), row.b()),
                change(row.a(), row.b()));
    }

    private static OfRow total(Total total) {
        return new OfRow(
                0,
                "",
                "",
                "",
                Shown.text(total.kind()),
                "",
                new Figures(total.a(), total.b()),
                change(total.a(), total.b()));
    }

    /** How it's coloured, where there is colour; the number's sign says it too. */
    private static String change(Calls a, Calls b) {
        return b.covered() == a.covered() ? "same" : b.covered() > a.covered() ? "more" : "less";
    }
}
