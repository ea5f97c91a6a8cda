package coach.compare;

import coach.draw.Letters;

/**
 * A line of the table in a terminal.
 *
 * @param marks what is special about it, in letters: nothing is said by colour alone
 * @param service empty where it's that of the line above
 */
record Line(String marks, String indent, String service, String name, Figures figures) {

    static final String ONLY_A = "−";
    static final String ONLY_B = "+";
    static final String ELSEWHERE = "~";
    static final String ERRORS = "!";

    /** Deeper than that, lines would have no room for names. */
    private static final int DEEPEST = 8;

    static Line of(Row row) {
        Figures figures = new Figures(row.a(), row.b());
        return new Line(
                place(row) + errors(figures),
                indent(row.depth()),
                Letters.safe(row.newService()),
                Letters.safe(row.name()),
                figures);
    }

    static Line of(Total total) {
        Figures figures = new Figures(total.a(), total.b());
        return new Line(" " + errors(figures), "", "", Letters.safe(total.kind()), figures);
    }

    private static String place(Row row) {
        if (row.elsewhere()) {
            return ELSEWHERE;
        }
        return row.isOnlyInA() ? ONLY_A : row.isOnlyInB() ? ONLY_B : " ";
    }

    /** What stands before the numbers: room for the name comes before room for the service. */
    String label(int width, Paint paint) {
        int room = Math.max(2, width - Letters.width(indent));
        String before = service.isEmpty()
                ? ""
                : Letters.clipped(service, Math.max(room / 2, room - 1 - Letters.width(name))) + " ";
        String after = Letters.clipped(name, Math.max(1, room - Letters.width(before)));
        String gap = " ".repeat(Math.max(0, room - Letters.width(before) - Letters.width(after)));
        return indent + paint.dim(before) + after + gap;
    }

    int width() {
        return Letters.width(indent) + Letters.width(name) + (service.isEmpty() ? 0 : Letters.width(service) + 1);
    }

    private static String errors(Figures figures) {
        return figures.hasErrors() ? ERRORS : " ";
    }

    private static String indent(int depth) {
        return depth <= DEEPEST ? "  ".repeat(depth) : "  ".repeat(DEEPEST - 2) + "(" + depth + ") ";
    }
}
