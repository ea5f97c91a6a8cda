package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** The columns of the table in a terminal: numbers get the width that they need, names get the rest. */
final class ComparisonColumns {

    private static final List<String> HEADS = List.of("  A", "B", "Δ", "errors", "A", "B", "Δ");
    private static final int CALL_CHANGE = 2;
    private static final int ERRORS = 3;
    private static final int TIME_CHANGE = 6;

    private static final String GAP = "  ";
    private static final int MARKS = 3;
    private static final int SHORTEST_NAME = 12;

    /** 0 for a column that is left out: that of the errors, where there are none. */
    private final List<Integer> widths = new ArrayList<>();

    private final int names;

    ComparisonColumns(List<ComparisonLine> lines, int width) {
        boolean anyErrors = lines.stream().anyMatch(line -> line.figures().hasErrors());
        int numbers = 0;
        for (int i = 0; i < HEADS.size(); i++) {
            widths.add(i == ERRORS && !anyErrors ? 0 : widest(i, lines));
            numbers += widths.get(i) == 0 ? 0 : GAP.length() + widths.get(i);
        }
        // Not wider than the longest name: numbers far from their names are hard to follow on a wide screen.
        int longestName =
                lines.stream().mapToInt(ComparisonLine::labelWidth).max().orElse(0);
        names = Math.max(SHORTEST_NAME, Math.min(longestName, width - MARKS - numbers));
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
        return List.of(groups, " ".repeat(MARKS + names) + String.join("", cells(HEADS)));
    }

    String line(ComparisonLine row, Screen screen) {
        TerminalLine line = new TerminalLine(screen).add(row.marks() + " ");
        row.addLabel(line, names);
        line.at(MARKS + names);
        List<String> cells = cells(row.figures().all());
        for (int i = 0; i < cells.size(); i++) {
            line.add(cells.get(i), style(i, row.figures()));
        }
        return line.toString();
    }

    private static TextStyle style(int column, ComparisonFigures figures) {
        return switch (column) {
            case CALL_CHANGE -> ofChange(figures.callChange());
            case ERRORS -> figures.hasErrors() ? TextStyle.STRONG_RED : TextStyle.PLAIN;
            case TIME_CHANGE -> ofChange(figures.timeChange());
            default -> TextStyle.PLAIN;
        };
    }

    private static TextStyle ofChange(int change) {
        return change == 0 ? TextStyle.FAINT : change > 0 ? TextStyle.YELLOW : TextStyle.GREEN;
    }

    private List<String> cells(List<String> texts) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            cells.add(widths.get(i) == 0 ? "" : GAP + TerminalText.padLeft(texts.get(i), widths.get(i)));
        }
        return cells;
    }

    // "calls", 11 -> "── calls ──"
    private static String group(String name, int width) {
        int left = Math.max(0, width - name.length() - 2);
        return TerminalText.padLeft("─".repeat(left / 2) + " " + name + " " + "─".repeat(left - left / 2), width);
    }
}
