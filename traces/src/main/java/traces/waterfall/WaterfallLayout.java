package traces.waterfall;

import java.util.List;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/**
 * Which columns of a waterfall are where: names, when, how long, bars.
 *
 * @param names how wide the names are, with the tree before them and the details that fit behind them
 * @param mostLevels how deep the tree is drawn with lines
 * @param afterEnd where the moments end
 * @param tookEnd where the durations end
 * @param bars where the bars begin
 */
record WaterfallLayout(int names, int mostLevels, int afterEnd, int tookEnd, int bars) {

    private static final int GAP = 2;
    private static final int LEVEL = 3;
    private static final int SHORTEST_BAR = 20;
    private static final int FEWEST_LEVELS = 5;

    /** Of a statement, less than this says nothing. */
    private static final int WORTH_SAYING = 24;

    /**
     * @param after how wide the moments are
     * @param took how wide the durations are
     */
    static WaterfallLayout of(
            Screen screen, int after, int took, List<WaterfallRow> rows, RowLabels labels, RowDetails details) {
        int room = screen.width() - after - took - 3 * GAP;
        int bars = Math.max(Math.min(SHORTEST_BAR, room / 3), room / 4);
        int widest = room - bars;
        int mostLevels = Math.max(FEWEST_LEVELS, widest / 2 / LEVEL);
        int names = 0;
        for (WaterfallRow row : rows) {
            int bare = TerminalText.width(row.tree(mostLevels, screen.signs())) + labels.width(row);
            int between = screen.signs().between().length();
            int needed = bare + behind(details.needed(row), between, widest - bare);
            // A statement is worth names that are wide, but no bars that are short.
            int all = needed + behind(details.more(row), between, room * 2 / 3 - needed, WORTH_SAYING);
            names = Math.max(names, Math.min(widest, all));
        }
        int afterEnd = names + GAP + after;
        int tookEnd = afterEnd + GAP + took;
        return new WaterfallLayout(names, mostLevels, afterEnd, tookEnd, tookEnd + GAP);
    }

    /** How wide these words are with what stands before them, if they fit in this room. */
    private static int behind(String words, int between, int room) {
        return behind(words, between, room, TerminalText.width(words));
    }

    /** Or as much of them as there is room for, if at least that much of them fits. */
    private static int behind(String words, int between, int room, int atLeast) {
        int width = TerminalText.width(words);
        boolean fits = width > 0 && room >= between + Math.min(width, atLeast);
        return fits ? Math.min(room, between + width) : 0;
    }

    /** Adds these words to a name, if they fit in its column. */
    boolean addWhole(TerminalLine line, String words, TextStyle ink, Glyphs signs) {
        int width = behind(words, signs.between().length(), names - line.column());
        return words.isEmpty() || add(line, words, width, ink, signs);
    }

    /** Adds the beginning of these words, if a good part of them fits. */
    void addPart(TerminalLine line, String words, Glyphs signs) {
        add(
                line,
                words,
                behind(words, signs.between().length(), names - line.column(), WORTH_SAYING),
                TextStyle.FAINT,
                signs);
    }

    private static boolean add(TerminalLine line, String words, int width, TextStyle ink, Glyphs signs) {
        if (width > 0) {
            line.add(signs.between(), TextStyle.FAINT).add(words, ink);
        }
        return width > 0;
    }
}
