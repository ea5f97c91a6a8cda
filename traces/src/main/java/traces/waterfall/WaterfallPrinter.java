package traces.waterfall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** Prints the rows of a waterfall, below a time axis: works out their texts, measures all of them, then prints each. */
final class WaterfallPrinter {

    private final Screen screen;
    private final Glyphs glyphs;
    private final TraceTree tree;
    private final Map<String, TextStyle> styles;
    private final RowLabels labels;
    private final RowDetails details;

    /** @param styles the services with their colours */
    WaterfallPrinter(Screen screen, TraceTree tree, Map<String, TextStyle> styles) {
        this.screen = screen;
        this.glyphs = screen.glyphs();
        this.tree = tree;
        this.styles = styles;
        labels = new RowLabels(glyphs, tree, styles);
        details = new RowDetails(screen, tree);
    }

    List<String> lines(List<WaterfallRow> rows) {
        List<RowView> views = rows.stream().map(this::view).toList();
        WaterfallLayout layout = WaterfallLayout.of(screen, views);
        SpanBar bar = new SpanBar(tree.start(), tree.duration(), screen.width() - layout.bars(), glyphs);
        List<String> lines = new ArrayList<>();
        lines.add(axis(layout));
        views.forEach(view -> print(view, layout, bar, lines));
        return lines;
    }

    private RowView view(WaterfallRow row) {
        ActiveIntervals active = ActiveIntervals.of(row.nodes());
        TraceNode first = row.first();
        boolean unknown = row.span().isEmpty() || !first.isTimed();
        return new RowView(
                row,
                labels.of(row),
                details.needed(row, active),
                details.more(row),
                unknown ? "" : screen.time(Math.max(0, first.start() - tree.start())),
                first.hasDuration() ? screen.time(active.nanos()) : "",
                active);
    }

    private String axis(WaterfallLayout layout) {
        return new TerminalLine(screen)
                .right("after", layout.afterEnd(), TextStyle.FAINT)
                .right("took", layout.tookEnd(), TextStyle.FAINT)
                .at(layout.bars())
                .add("0", TextStyle.FAINT)
                .right(screen.time(tree.duration()), screen.width(), TextStyle.FAINT)
                .toString();
    }

    private void print(RowView view, WaterfallLayout layout, SpanBar bar, List<String> lines) {
        WaterfallRow row = view.row();
        TextStyle style = row.isError() ? TextStyle.RED : TextStyle.FAINT;
        TerminalLine line = new TerminalLine(screen)
                .upTo(layout.names())
                .add(row.tree(layout.mostLevels(), glyphs), TextStyle.FAINT)
                .add(view.label());
        boolean fits = addBehind(line, view.needed(), layout, TerminalText.width(view.needed()), style);
        addBehind(line, view.more(), layout, WaterfallLayout.PART_OF_STATEMENT, TextStyle.FAINT);
        line.upTo(screen.width())
                .right(view.after(), layout.afterEnd(), TextStyle.PLAIN)
                .right(view.took(), layout.tookEnd(), TextStyle.PLAIN)
                .at(layout.bars())
                .add(row.span().isEmpty() ? "" : bar.of(view.active()), barStyle(row));
        lines.add(line.toString());
        if (!fits) {
            lines.add(new TerminalLine(screen)
                    .add(row.beneath(layout.mostLevels(), glyphs), TextStyle.FAINT)
                    .add(view.needed(), style)
                    .toString());
        }
    }

    /** Adds details behind a name, if at least this much of them fits; says whether they are told. */
    private boolean addBehind(TerminalLine line, String text, WaterfallLayout layout, int atLeast, TextStyle style) {
        int room = layout.names() - line.column();
        boolean fits = WaterfallLayout.behind(TerminalText.width(text), room, atLeast, glyphs) > 0;
        if (fits) {
            line.add(glyphs.between(), TextStyle.FAINT).add(text, style);
        }
        return fits || text.isEmpty();
    }

    private TextStyle barStyle(WaterfallRow row) {
        return row.isError()
                ? TextStyle.RED
                : styles.getOrDefault(row.span().map(Span::service).orElse(""), TextStyle.PLAIN);
    }
}
