package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import traces.terminal.TerminalText;

/** The table's columns: the numbers take what they need, the names what is left; who has no errors needs no column for them. */
final class ComparisonColumns {

    private static final List<String> HEADS = List.of("  A", "B", "Δ", "errors", "A", "B", "Δ");
    private static final int MORE_CALLS = 2;
    private static final int ERRORS = 3;
    private static final int LONGER = 6;

    private static final String GAP = "  ";
    private static final int MARKS = 3;
    private static final int SHORTEST_NAME = 12;

    private final List<Integer> widths = new ArrayList<>();
    private final int names;

    ComparisonColumns(List<ComparisonLine> lines, int width) {
        boolean anyErrors = lines.stream().anyMatch(line -> line.figures().hasErrors());
        int numbers = 0;
        for (int i = 0; i < HEADS.size(); i++) {
            widths.add(i == ERRORS && !anyErrors ? 0 : widest(i, lines));
            numbers += widths.get(i) == 0 ? 0 : GAP.length() + widths.get(i);
        }
        names = Math.max(SHORTEST_NAME, Math.min(longestName(lines), width - MARKS - numbers));
    }

    /** Numbers far from their names are hard to follow on a wide screen. */
    private static int longestName(List<ComparisonLine> lines) {
        return lines.stream().mapToInt(ComparisonLine::width).max().orElse(0);
    }

    private static int widest(int column, List<ComparisonLine> lines) {
        return lines.stream()
                .mapToInt(line -> TerminalText.width(line.figures().all().get(column)))
                .reduce(TerminalText.width(HEADS.get(column)), Math::max);
    }

    List<String> heads() {
        int calls = widths.get(0) + widths.get(1) + widths.get(2) + 2 * GAP.length();
        int errors = widths.get(ERRORS) == 0 ? 0 : widths.get(ERRORS) + GAP.length();
        int time = widths.get(4) + widths.get(5) + widths.get(6) + 2 * GAP.length();
        String groups = " ".repeat(MARKS + names)
                + GAP
                + group("calls", calls)
                + " ".repeat(errors)
                + GAP
                + group("time", time);
        return List.of(groups, " ".repeat(MARKS + names) + cells(HEADS));
    }

    String line(ComparisonLine line, AnsiColours paint) {
        List<String> cells = new ArrayList<>(line.figures().all());
        ComparisonFigures figures = line.figures();
        for (int i = 0; i < cells.size(); i++) {
            cells.set(i, widths.get(i) == 0 ? "" : GAP + TerminalText.right(cells.get(i), widths.get(i)));
        }
        cells.set(
                MORE_CALLS,
                paint.change(Integer.compare(figures.b().count(), figures.a().count()), cells.get(MORE_CALLS)));
        cells.set(ERRORS, paint.error(cells.get(ERRORS)));
        cells.set(
                LONGER,
                paint.change(Long.compare(figures.b().covered(), figures.a().covered()), cells.get(LONGER)));
        return line.marks() + " " + line.label(names, paint) + String.join("", cells);
    }

    private String cells(List<String> texts) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            cells.append(widths.get(i) == 0 ? "" : GAP + TerminalText.right(texts.get(i), widths.get(i)));
        }
        return cells.toString();
    }

    // "calls", 11 -> "── calls ──"
    private static String group(String name, int width) {
        int left = Math.max(0, width - name.length() - 2);
        return TerminalText.right("─".repeat(left / 2) + " " + name + " " + "─".repeat(left - left / 2), width);
    }
}
