package coach.draw;

import coach.trace.Span;
import coach.trace.TraceTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The rows of a waterfall and the axis above them. */
final class Drawing {

    private final Screen screen;
    private final Signs signs;
    private final long start;
    private final String end;
    private final Map<String, Ink> inks;
    private final List<Row> rows;
    private final Labels labels;
    private final Details details;
    private final Layout layout;
    private final Bar bar;

    Drawing(Screen screen, TraceTree tree, Map<String, Ink> inks, List<Row> rows) {
        this.screen = screen;
        this.signs = screen.signs();
        start = tree.start();
        end = screen.time(tree.duration());
        this.inks = inks;
        this.rows = rows;
        labels = new Labels(signs, tree, inks);
        details = new Details(screen, tree);
        int after = rows.stream().mapToInt(row -> after(row).length()).max().orElse(0);
        int took = rows.stream().mapToInt(row -> took(row).length()).max().orElse(0);
        layout = Layout.of(
                screen, Math.max(after, "after".length()), Math.max(took, "took".length()), rows, labels, details);
        bar = new Bar(start, tree.duration(), screen.width() - layout.bars(), signs);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(axis());
        rows.forEach(row -> draw(row, lines));
        return lines;
    }

    private String axis() {
        return new Line(screen)
                .right("after", layout.afterEnd(), Ink.FAINT)
                .right("took", layout.tookEnd(), Ink.FAINT)
                .at(layout.bars())
                .add("0", Ink.FAINT)
                .right(end, screen.width(), Ink.FAINT)
                .toString();
    }

    private void draw(Row row, List<String> lines) {
        Line line = new Line(screen).upTo(layout.names()).add(row.tree(layout.mostLevels(), signs), Ink.FAINT);
        labels.add(row, line);
        String needed = details.needed(row);
        Ink ink = row.isError() ? Ink.ERROR : Ink.FAINT;
        boolean beside = layout.addWhole(line, needed, ink, signs);
        layout.addPart(line, details.more(row), signs);
        lines.add(times(line, row).toString());
        if (!beside) {
            lines.add(beneath(row).add(needed, ink).toString());
        }
    }

    private Line times(Line line, Row row) {
        return line.upTo(screen.width())
                .right(after(row), layout.afterEnd(), Ink.PLAIN)
                .right(took(row), layout.tookEnd(), Ink.PLAIN)
                .at(layout.bars())
                .add(row.span().isEmpty() ? "" : bar.of(Busy.of(row.nodes())), ink(row));
    }

    private Line beneath(Row row) {
        return new Line(screen).add(row.beneath(layout.mostLevels(), signs), Ink.FAINT);
    }

    private Ink ink(Row row) {
        return row.isError()
                ? Ink.ERROR
                : inks.getOrDefault(row.span().map(Span::service).orElse(""), Ink.PLAIN);
    }

    /** A placeholder's times would be made up. */
    private String after(Row row) {
        return row.span().isEmpty() ? "" : screen.time(Math.max(0, row.first().start() - start));
    }

    /** Of a fold: the time in which at least one of its spans ran. */
    private String took(Row row) {
        return row.span().isEmpty() ? "" : screen.time(Busy.of(row.nodes()).nanos());
    }
}
