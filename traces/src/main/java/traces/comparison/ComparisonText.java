package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import traces.model.DurationText;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/** A comparison for a terminal: the two traces, a line for each operation in both, what it comes to, what changed most. */
public final class ComparisonText {

    /** More than anybody reads; the JSON has all. */
    private static final int MOST_ROWS = 300;

    private static final int NARROWEST = 72;
    private static final int ID_DIGITS = 8;

    private final TraceComparison comparison;
    private final Screen screen;
    private final int width;
    private final AnsiColours paint;

    /**
     * Of two requests, the one before a change first.
     *
     * @param measure what to type for a measurement
     * @param screen of which 72 columns are used at least; more than 160 are of no use
     */
    public static String of(TraceTree before, TraceTree after, Optional<String> measure, Screen screen) {
        return new ComparisonText(TraceComparison.of(before, after, measure), screen).text();
    }

    public ComparisonText(TraceComparison comparison, Screen screen) {
        this.comparison = comparison;
        this.screen = screen;
        this.width = Math.min(160, Math.max(NARROWEST, screen.width()));
        this.paint = new AnsiColours(screen.colour());
    }

    public String text() {
        List<ComparisonLine> rows = comparison.rows().stream()
                .limit(MOST_ROWS)
                .map(ComparisonLine::of)
                .toList();
        List<ComparisonLine> totals = totals();
        ComparisonColumns columns = new ComparisonColumns(
                Stream.concat(rows.stream(), totals.stream()).toList(), width);

        List<String> lines = new ArrayList<>(sides());
        lines.add("");
        lines.addAll(columns.heads());
        rows.forEach(row -> lines.add(columns.line(row, paint)));
        if (!totals.isEmpty()) {
            lines.add("");
            lines.add("Together, wherever they stand:");
            totals.forEach(total -> lines.add(columns.line(total, paint)));
        }
        lines.add("");
        notes(rows).forEach(note -> lines.addAll(TerminalText.wrapped(note, width)));
        TerminalText.wrapped(comparison.sentence(), width).forEach(line -> lines.add(paint.bold(line)));
        return screen.shown(String.join(System.lineSeparator(), lines));
    }

    /** Without the kinds that are one row: they would only repeat it. */
    private List<ComparisonLine> totals() {
        return comparison.totals().stream()
                .filter(total -> total.rows() > 1)
                .limit(MOST_ROWS)
                .map(ComparisonLine::of)
                .toList();
    }

    private List<String> sides() {
        return Stream.of(comparison.sideA(), comparison.sideB()).map(this::side).toList();
    }

    // A  3f0c2a9e  165 spans   462 ms  beer-donut-app GET /pair/beer
    private String side(ComparedTrace side) {
        int digits = Integer.toString(Math.max(
                        comparison.sideA().summary().spans(),
                        comparison.sideB().summary().spans()))
                .length();
        List<String> parts = new ArrayList<>();
        parts.add(side.letter());
        parts.add(side.id().substring(0, Math.min(ID_DIGITS, side.id().length())));
        parts.add(TerminalText.right(Integer.toString(side.summary().spans()), digits)
                + (side.summary().spans() == 1 ? " span " : " spans"));
        parts.add(TerminalText.right(DurationText.text(side.duration()), "0.42 ms".length()));
        if (!side.errors().isEmpty()) {
            parts.add(side.errors());
        }
        if (!side.summary().whole()) {
            parts.add("not whole");
        }
        parts.add(TerminalText.safe(side.summary().rootService() + " " + side.name()));
        return TerminalText.clipped(String.join("  ", parts), width);
    }

    private List<String> notes(List<ComparisonLine> rows) {
        List<String> notes = new ArrayList<>();
        int left = comparison.rows().size() - rows.size();
        if (left > 0) {
            notes.add(left + " more lines are left out here; --json has them all.");
        }
        List<String> legend = new ArrayList<>();
        explain(legend, rows, ComparisonLine.ONLY_A, "only in A");
        explain(legend, rows, ComparisonLine.ONLY_B, "only in B");
        explain(legend, rows, ComparisonLine.ELSEWHERE, "elsewhere in the other");
        explain(legend, rows, ComparisonLine.ERRORS, "with errors");
        if (!legend.isEmpty()) {
            notes.add(String.join("   ", legend));
        }
        if (rows.stream().anyMatch(row -> row.figures().overlap())) {
            notes.add("Where calls ran at once, that time counts once.");
        }
        return notes;
    }

    private static void explain(List<String> legend, List<ComparisonLine> rows, String mark, String meaning) {
        if (rows.stream().anyMatch(row -> row.marks().contains(mark))) {
            legend.add(mark + " " + meaning);
        }
    }
}
