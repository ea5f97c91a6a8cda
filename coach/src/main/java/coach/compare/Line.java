package coach.compare;

import coach.trace.Printable;

/**
 * A line of the table in a terminal.
 *
 * @param marks what is special about it, in letters: nothing is said by colour alone
 * @param before what stands before the name and matters less
 */
record Line(String marks, String before, String name, Figures figures) {

    static final String ONLY_A = "−";
    static final String ONLY_B = "+";
    static final String ELSEWHERE = "~";
    static final String ERRORS = "!";

    /** Deeper than that, lines would have no room for names. */
    private static final int DEEPEST = 8;

    static Line of(Row row) {
        Figures figures = new Figures(row.a(), row.b());
        String service = row.newService().isEmpty() ? "" : Printable.of(row.newService()) + " ";
        String before = indent(row.depth()) + service;
        return new Line(place(row) + errors(figures), before, Printable.of(row.name()), figures);
    }

    static Line of(Total total) {
        Figures figures = new Figures(total.a(), total.b());
        return new Line(" " + errors(figures), "", Printable.of(total.kind()), figures);
    }

    private static String place(Row row) {
        if (row.elsewhere()) {
            return ELSEWHERE;
        }
        return row.isOnlyInA() ? ONLY_A : row.isOnlyInB() ? ONLY_B : " ";
    }

    private static String errors(Figures figures) {
        return figures.hasErrors() ? ERRORS : " ";
    }

    private static String indent(int depth) {
        return depth <= DEEPEST ? "  ".repeat(depth) : "  ".repeat(DEEPEST - 2) + "(" + depth + ") ";
    }
}
