package traces.terminal;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A line that is written from left to right and clipped at the end of its screen, or at a column before that. */
public final class TerminalLine {

    private final Screen screen;
    private final AttributedStringBuilder text = new AttributedStringBuilder();
    private int column;
    private int end;

    public TerminalLine(Screen screen) {
        this.screen = screen;
        this.end = screen.width();
    }

    /** Sets the column at which the text that is added from now on is clipped. */
    public TerminalLine upTo(int column) {
        end = Math.min(column, screen.width());
        return this;
    }

    /** @param safe text that is safe to print */
    public TerminalLine add(String safe) {
        return add(safe, TextStyle.PLAIN);
    }

    public TerminalLine add(String safe, TextStyle style) {
        return add(style.of(safe));
    }

    /** Adds text of several styles; each run of one style is clipped by itself. */
    public TerminalLine add(AttributedString safe) {
        for (int start = 0; start < safe.length(); start = safe.runLimit(start)) {
            String run = safe.subSequence(start, safe.runLimit(start)).toString();
            String clipped = TerminalText.clipped(run, end - column, screen.glyphs());
            text.append(clipped, safe.styleAt(start));
            column += TerminalText.width(clipped);
        }
        return this;
    }

    /** Fills the line up with spaces to this column, unless it is longer already. */
    public TerminalLine at(int next) {
        text.append(new AttributedString(" ".repeat(Math.max(0, next - column))));
        column = Math.max(column, next);
        return this;
    }

    /** Adds text so that it ends at this column. */
    public TerminalLine right(String safe, int last, TextStyle style) {
        return at(last - TerminalText.width(safe)).add(safe, style);
    }

    public int column() {
        return column;
    }

    /** Returns the line as it is printed: with escape sequences only where the screen shows colours. */
    @Override
    public String toString() {
        return (screen.colour() ? TextStyle.escaped(text) : text.toString()).stripTrailing();
    }
}
