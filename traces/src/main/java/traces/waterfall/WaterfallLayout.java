package traces.waterfall;

import java.util.List;
import java.util.function.Function;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/**
 * The columns of a waterfall: names, start times, durations and bars.
 *
 * @param names the width of the first column, which holds the tree, the names and the details behind them
 * @param mostLevels the depth to which the tree is drawn with lines
 * @param afterEnd the column where the start times end
 * @param tookEnd the column where the durations end
 * @param bars the column where the bars begin
 */
record WaterfallLayout(int names, int mostLevels, int afterEnd, int tookEnd, int bars) {

    private static final int GAP = 2;
    private static final int LEVEL = 3;
    private static final int SHORTEST_BAR = 20;
    private static final int FEWEST_LEVELS = 5;

    /** The beginning of a statement is printed if at least this much of it fits. */
    static final int PART_OF_STATEMENT = 24;

    static WaterfallLayout of(Screen screen, List<RowView> rows) {
        int after = widest("after", rows, RowView::after);
        int took = widest("took", rows, RowView::took);
        int room = screen.width() - after - took - 3 * GAP;
        int bars = Math.max(Math.min(SHORTEST_BAR, room / 3), room / 4);
        int widest = room - bars;
        int mostLevels = Math.max(FEWEST_LEVELS, widest / 2 / LEVEL);
        int names = rows.stream()
                .mapToInt(row -> names(row, widest, room * 2 / 3, mostLevels, screen.glyphs()))
                .max()
                .orElse(0);
        int afterEnd = names + GAP + after;
        int tookEnd = afterEnd + GAP + took;
        return new WaterfallLayout(names, mostLevels, afterEnd, tookEnd, tookEnd + GAP);
    }

    private static int widest(String heading, List<RowView> rows, Function<RowView, String> text) {
        return rows.stream().mapToInt(row -> text.apply(row).length()).reduce(heading.length(), Math::max);
    }

    /** A statement is worth wide names, but not short bars: it gets less room than the needed details do. */
    private static int names(RowView row, int widest, int widestWithStatement, int mostLevels, Glyphs glyphs) {
        int label = TerminalText.width(row.row().tree(mostLevels, glyphs)) + row.labelWidth();
        int neededWidth = TerminalText.width(row.needed());
        int needed = label + behind(neededWidth, widest - label, neededWidth, glyphs);
        int moreWidth = TerminalText.width(row.more());
        return Math.min(widest, needed + behind(moreWidth, widestWithStatement - needed, PART_OF_STATEMENT, glyphs));
    }

    /**
     * Returns the room that details take behind a name, with the separator before them.
     *
     * @param room the columns that are left behind the name
     * @param atLeast how much of the details has to fit; otherwise they take no room
     */
    static int behind(int width, int room, int atLeast, Glyphs glyphs) {
        int between = glyphs.between().length();
        boolean fits = width > 0 && room >= between + Math.min(width, atLeast);
        return fits ? Math.min(room, between + width) : 0;
    }
}
