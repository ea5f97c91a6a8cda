package coach.draw;

/** A line that grows from left to right and never past its end. */
final class Line {

    private final Screen screen;
    private final StringBuilder text = new StringBuilder();
    private int column;
    private int end;

    Line(Screen screen) {
        this.screen = screen;
        this.end = screen.width();
    }

    /** What is added from here on is cut at that column. */
    Line upTo(int column) {
        end = Math.min(column, screen.width());
        return this;
    }

    /** @param safe text that is safe to print */
    Line add(String safe, Ink ink) {
        String clipped = Letters.clipped(safe, end - column, screen.signs());
        if (!clipped.isEmpty()) {
            text.append(screen.colour() ? ink.on(clipped) : clipped);
            column += Letters.width(clipped);
        }
        return this;
    }

    Line add(String safe) {
        return add(safe, Ink.PLAIN);
    }

    /** Goes on at that column, if it isn't there yet. */
    Line at(int next) {
        text.append(" ".repeat(Math.max(0, next - column)));
        column = Math.max(column, next);
        return this;
    }

    /** So that it ends at that column. */
    Line right(String safe, int last, Ink ink) {
        return at(last - Letters.width(safe)).add(safe, ink);
    }

    int column() {
        return column;
    }

    @Override
    public String toString() {
        return text.toString().stripTrailing();
    }
}
