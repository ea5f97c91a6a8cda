package traces.comparison;

import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/**
 * A line of the table in a terminal.
 *
 * @param marks two letters: the place of the operation, and whether there are errors
 * @param service empty where it is that of the line above
 */
record ComparisonLine(String marks, String indent, String service, String name, ComparisonFigures figures) {

    static final String ERRORS = "!";

    /** Deeper lines are not indented further, because their names need room; they show their depth as a number. */
    private static final int DEEPEST = 8;

    static ComparisonLine of(ComparisonRow row) {
        return new ComparisonLine(
                row.place().mark() + errors(row.figures()),
                indent(row.depth()),
                TerminalText.safe(row.newService()),
                TerminalText.safe(row.name()),
                row.figures());
    }

    static ComparisonLine of(WorkTotal total) {
        return new ComparisonLine(
                " " + errors(total.figures()), "", "", TerminalText.safe(total.kind()), total.figures());
    }

    /** Writes service and name in this width; where both do not fit, the service is clipped to half of the room. */
    void addLabel(TerminalLine line, int width) {
        int room = Math.max(2, width - TerminalText.width(indent));
        String before = service.isEmpty()
                ? ""
                : TerminalText.clipped(service, Math.max(room / 2, room - 1 - TerminalText.width(name))) + " ";
        String after = TerminalText.clipped(name, Math.max(1, room - TerminalText.width(before)));
        line.add(indent).add(before, TextStyle.FAINT).add(after);
    }

    int labelWidth() {
        return TerminalText.width(indent)
                + TerminalText.width(name)
                + (service.isEmpty() ? 0 : TerminalText.width(service) + 1);
    }

    private static String errors(ComparisonFigures figures) {
        return figures.hasErrors() ? ERRORS : " ";
    }

    private static String indent(int depth) {
        return depth <= DEEPEST ? "  ".repeat(depth) : "  ".repeat(DEEPEST - 2) + "(" + depth + ") ";
    }
}
