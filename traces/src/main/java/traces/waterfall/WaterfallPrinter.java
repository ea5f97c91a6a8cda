package traces.waterfall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import traces.model.Span;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TextStyle;

/** The rows of a waterfall and the axis above them. */
final class WaterfallPrinter {

    private final Screen screen;
    private final Glyphs signs;
    private final long start;
    private final String end;
    private final Map<String, TextStyle> inks;
    private final List<WaterfallRow> rows;
    private final RowLabels labels;
    private final RowDetails details;
    private final WaterfallLayout layout;
    private final SpanBar bar;

    WaterfallPrinter(Screen screen, TraceTree tree, Map<String, TextStyle> inks, List<WaterfallRow> rows) {
        this.screen = screen;
        this.signs = screen.signs();
        start = tree.start();
        end = screen.time(tree.duration());
        this.inks = inks;
        this.rows = rows;
        labels = new RowLabels(signs, tree, inks);
        details = new RowDetails(screen, tree);
        int after = rows.stream().mapToInt(row -> after(row).length()).max().orElse(0);
        int took = rows.stream().mapToInt(row -> took(row).length()).max().orElse(0);
        layout = WaterfallLayout.of(
                screen, Math.max(after, "after".length()), Math.max(took, "took".length()), rows, labels, details);
        bar = new SpanBar(start, tree.duration(), screen.width() - layout.bars(), signs);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(axis());
        rows.forEach(row -> draw(row, lines));
        return lines;
    }

    private String axis() {
        return new TerminalLine(screen)
                .right("after", layout.afterEnd(), TextStyle.FAINT)
                .right("took", layout.tookEnd(), TextStyle.FAINT)
                .at(layout.bars())
                .add("0", TextStyle.FAINT)
                .right(end, screen.width(), TextStyle.FAINT)
                .toString();
    }

    private void draw(WaterfallRow row, List<String> lines) {
        TerminalLine line = new TerminalLine(screen)
                .upTo(layout.names())
                .add(row.tree(layout.mostLevels(), signs), TextStyle.FAINT);
        labels.add(row, line);
        String needed = details.needed(row);
        TextStyle ink = row.isError() ? TextStyle.ERROR : TextStyle.FAINT;
        boolean beside = layout.addWhole(line, needed, ink, signs);
        layout.addPart(line, details.more(row), signs);
        lines.add(times(line, row).toString());
        if (!beside) {
            lines.add(beneath(row).add(needed, ink).toString());
        }
    }

    private TerminalLine times(TerminalLine line, WaterfallRow row) {
        return line.upTo(screen.width())
                .right(after(row), layout.afterEnd(), TextStyle.PLAIN)
                .right(took(row), layout.tookEnd(), TextStyle.PLAIN)
                .at(layout.bars())
                .add(row.span().isEmpty() ? "" : bar.of(ActiveIntervals.of(row.nodes())), ink(row));
    }

    private TerminalLine beneath(WaterfallRow row) {
        return new TerminalLine(screen).add(row.beneath(layout.mostLevels(), signs), TextStyle.FAINT);
    }

    private TextStyle ink(WaterfallRow row) {
        return row.isError()
                ? TextStyle.ERROR
                : inks.getOrDefault(row.span().map(Span::service).orElse(""), TextStyle.PLAIN);
    }

    /** A placeholder's times would be made up. */
    private String after(WaterfallRow row) {
        return row.span().isEmpty() ? "" : screen.time(Math.max(0, row.first().start() - start));
    }

    /** Of a fold: the time in which at least one of its spans ran. */
    private String took(WaterfallRow row) {
        return row.span().isEmpty()
                ? ""
                : screen.time(ActiveIntervals.of(row.nodes()).nanos());
    }
}
