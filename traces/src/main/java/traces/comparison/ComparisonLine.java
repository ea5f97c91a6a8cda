package traces.comparison;

import traces.terminal.TerminalText;

/**
 * A line of the table in a terminal.
 *
 * @param marks what is special about it, in letters: nothing is said by colour alone
 * @param service empty where it's that of the line above
 */
record ComparisonLine(String marks, String indent, String service, String name, ComparisonFigures figures) {

    static final String ONLY_A = "−";
    static final String ONLY_B = "+";
    static final String ELSEWHERE = "~";
    static final String ERRORS = "!";

    /** Deeper than that, lines would have no room for names. */
    private static final int DEEPEST = 8;

    static ComparisonLine of(ComparisonRow row) {
        ComparisonFigures figures = new ComparisonFigures(row.a(), row.b());
        return new ComparisonLine(
                place(row) + errors(figures),
                indent(row.depth()),
                TerminalText.safe(row.newService()),
                TerminalText.safe(row.name()),
                figures);
    }

    static ComparisonLine of(WorkTotal total) {
        ComparisonFigures figures = new ComparisonFigures(total.a(), total.b());
        return new ComparisonLine(" " + errors(figures), "", "", TerminalText.safe(total.kind()), figures);
    }

    private static String place(ComparisonRow row) {
        if (row.elsewhere()) {
            return ELSEWHERE;
        }
        return row.isOnlyInA() ? ONLY_A : row.isOnlyInB() ? ONLY_B : " ";
    }

    /** What stands before the numbers: room for the name comes before room for the service. */
    String label(int width, AnsiColours paint) {
        int room = Math.max(2, width - TerminalText.width(indent));
        String before = service.isEmpty()
                ? ""
                : TerminalText.clipped(service, Math.max(room / 2, room - 1 - TerminalText.width(name))) + " ";
        String after = TerminalText.clipped(name, Math.max(1, room - TerminalText.width(before)));
        String gap = " ".repeat(Math.max(0, room - TerminalText.width(before) - TerminalText.width(after)));
        return indent + paint.dim(before) + after + gap;
    }

    int width() {
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
