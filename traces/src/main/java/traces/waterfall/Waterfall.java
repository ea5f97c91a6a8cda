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

    /** More different rows than this are read by nobody. */
    private static final int MOST_ROWS = 100;

    private final Screen screen;
    private final ZoneId zone;
    private final boolean all;

    /** @param all whether to draw each span by itself, however many there are */
    public Waterfall(Screen screen, ZoneId zone, boolean all) {
        this.screen = screen;
        this.zone = zone;
        this.all = all;
    }

    /** No line is wider than the screen. */
    public List<String> lines(TraceTree tree) {
        TraceSummary summary = TraceSummary.of(tree);
        Map<String, TextStyle> inks = TextStyle.ofServices(summary.services());
        List<WaterfallRow> rows = all ? RowFolding.unfolded(tree) : RowFolding.folded(tree);
        List<WaterfallRow> shown = all ? rows : rows.subList(0, Math.min(MOST_ROWS, rows.size()));

        List<String> lines = new ArrayList<>(new WaterfallHeader(screen, zone, inks).lines(summary));
        lines.add("");
        lines.addAll(new WaterfallPrinter(screen, tree, inks, shown).lines());
        List<String> notes = new WaterfallNotes(screen).lines(tree, rows.subList(shown.size(), rows.size()));
        if (!notes.isEmpty()) {
            lines.add("");
            lines.addAll(notes);
        }
        return lines;
    }

    /** Whether some of its spans have no row of their own, unless all are asked for. */
    public static boolean leavesOut(TraceTree tree) {
        int spans = tree.nodes().size();
        return spans > MOST_ROWS || RowFolding.folded(tree).size() < spans;
    }
}
