package traces.terminal;

/** A line that grows from left to right and never past its end. */
public final class TerminalLine {

    private final Screen screen;
    private final StringBuilder text = new StringBuilder();
    private int column;
    private int end;

    public TerminalLine(Screen screen) {
        this.screen = screen;
        this.end = screen.width();
    }

    /** What is added from here on is cut at that column. */
    public TerminalLine upTo(int column) {
        end = Math.min(column, screen.width());
        return this;
    }

    /** @param safe text that is safe to print */
    public TerminalLine add(String safe, TextStyle ink) {
        String clipped = TerminalText.clipped(safe, end - column, screen.signs());
        if (!clipped.isEmpty()) {
            text.append(screen.colour() ? ink.on(clipped) : clipped);
            column += TerminalText.width(clipped);
        }
        return this;
    }

    public TerminalLine add(String safe) {
        return add(safe, TextStyle.PLAIN);
    }

    /** Goes on at that column, if it isn't there yet. */
    public TerminalLine at(int next) {
        text.append(" ".repeat(Math.max(0, next - column)));
        column = Math.max(column, next);
        return this;
    }

    /** So that it ends at that column. */
    public TerminalLine right(String safe, int last, TextStyle ink) {
        return at(last - TerminalText.width(safe)).add(safe, ink);
    }

    public int column() {
        return column;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
