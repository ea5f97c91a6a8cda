package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import traces.model.DurationText;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** A comparison for a terminal: the two traces, a line for each operation, the totals, and a summary. */
public final class ComparisonText {

    /** More lines are too many to read; the JSON has all. */
    private static final int MOST_ROWS = 300;

    private static final int NARROWEST = 72;
    private static final int WIDEST = 160;
    private static final int ID_DIGITS = 8;

    private final TraceComparison comparison;
    private final Screen screen;
    private final int width;

    /** @param screen its width is used from 72 to 160 columns */
    public ComparisonText(TraceComparison comparison, Screen screen) {
        this.comparison = comparison;
        this.screen = screen;
        this.width = Math.min(WIDEST, Math.max(NARROWEST, screen.width()));
    }

    public String text() {
        List<ComparisonTable.Line> rows = comparison.rows().stream()
                .limit(MOST_ROWS)
                .map(ComparisonTable.Line::of)
                .toList();
        List<ComparisonTable.Line> totals = totals();
        ComparisonTable table = new ComparisonTable(
                Stream.concat(rows.stream(), totals.stream()).toList(), width);

        // Written with all glyphs; at the end they are replaced where the screen lacks them.
        Screen wide = new Screen(width, screen.colour(), Glyphs.BLOCKS);
        List<String> lines = new ArrayList<>(sides());
        lines.add("");
        lines.addAll(table.heads());
        rows.forEach(row -> lines.add(table.line(row, wide)));
        if (!totals.isEmpty()) {
            lines.add("");
            lines.add("Together, wherever they stand:");
            totals.forEach(total -> lines.add(table.line(total, wide)));
        }
        lines.add("");
        notes(rows).forEach(note -> lines.addAll(TerminalText.wrapped(note, width)));
        TerminalText.wrapped(ComparisonSummary.of(comparison), width)
                .forEach(line -> lines.add(screen.styled(line, TextStyle.STRONG)));
        return screen.shown(String.join(System.lineSeparator(), lines));
    }

    /** Returns the totals without those of a single row, which would only repeat it. */
    private List<ComparisonTable.Line> totals() {
        return comparison.totals().stream()
                .filter(total -> total.rows() > 1)
                .limit(MOST_ROWS)
                .map(ComparisonTable.Line::of)
                .toList();
    }

    private List<String> sides() {
        return Stream.of(comparison.sideA(), comparison.sideB()).map(this::side).toList();
    }

    // A  3f0c2a9e  165 spans   462 ms  shop GET /orders
    private String side(ComparedTrace side) {
        int digits = Integer.toString(Math.max(
                        comparison.sideA().summary().spans(),
                        comparison.sideB().summary().spans()))
                .length();
        List<String> parts = new ArrayList<>();
        parts.add(side.letter());
        parts.add(side.id().substring(0, Math.min(ID_DIGITS, side.id().length())));
        parts.add(TerminalText.padLeft(Integer.toString(side.summary().spans()), digits)
                + (side.summary().spans() == 1 ? " span " : " spans"));
        parts.add(TerminalText.padLeft(DurationText.text(side.duration()), "0.42 ms".length()));
        if (!side.errors().isEmpty()) {
            parts.add(side.errors());
        }
        if (!side.summary().whole()) {
            parts.add("not whole");
        }
        parts.add(TerminalText.safe(side.summary().rootService() + " " + side.name()));
        return TerminalText.clipped(String.join("  ", parts), width);
    }

    private List<String> notes(List<ComparisonTable.Line> rows) {
        List<String> notes = new ArrayList<>();
        int left = comparison.rows().size() - rows.size();
        if (left > 0) {
            notes.add(left + " more lines are left out here; --json has them all.");
        }
        List<String> legend = new ArrayList<>();
        explain(legend, rows, RowPlace.ONLY_A.mark(), RowPlace.ONLY_A.text());
        explain(legend, rows, RowPlace.ONLY_B.mark(), RowPlace.ONLY_B.text());
        explain(legend, rows, RowPlace.ELSEWHERE_IN_A.mark(), "elsewhere in the other");
        explain(legend, rows, ComparisonTable.ERROR_MARK, "with errors");
        if (!legend.isEmpty()) {
            notes.add(String.join("   ", legend));
        }
        if (rows.stream().anyMatch(row -> row.figures().overlap())) {
            notes.add("Where calls ran at once, that time counts once.");
        }
        return notes;
    }

    private static void explain(List<String> legend, List<ComparisonTable.Line> rows, String mark, String meaning) {
        if (rows.stream().anyMatch(row -> row.marks().contains(mark))) {
            legend.add(mark + " " + meaning);
        }
    }
}
