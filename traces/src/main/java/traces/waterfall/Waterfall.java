package traces.waterfall;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TextStyle;

/** Draws a trace: a row for each span or fold of spans, as a tree, with a bar on one time axis. */
public final class Waterfall {

    /** More rows are too many to read, unless all are asked for. */
    private static final int MOST_ROWS = 100;

    private final TraceTree tree;
    private final List<WaterfallRow> rows;
    private final List<WaterfallRow> shown;

    /** @param all whether to draw each span by itself, however many there are */
    public Waterfall(TraceTree tree, boolean all) {
        this.tree = tree;
        rows = all ? RowFolding.unfolded(tree) : RowFolding.folded(tree);
        shown = all ? rows : rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    }

    /** Returns the lines to print; none is wider than the screen. */
    public List<String> lines(Screen screen, ZoneId zone) {
        TraceSummary summary = TraceSummary.of(tree);
        Map<String, TextStyle> styles = TextStyle.ofServices(summary.services());
        List<String> lines = new ArrayList<>(new WaterfallHeader(screen, zone, styles).lines(summary));
        lines.add("");
        lines.addAll(new WaterfallPrinter(screen, tree, styles).lines(shown));
        List<String> notes = new WaterfallNotes(screen).lines(tree, rows.subList(shown.size(), rows.size()));
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        return lines;
    }

    /** Tells whether some spans have no row of their own. */
    public boolean leavesOut() {
        return shown.size() < tree.nodes().size();
    }
}
