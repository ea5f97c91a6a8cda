package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** The table of a comparison in a terminal: numbers get the width that they need, names get the rest. */
final class ComparisonTable {

    private static final List<String> HEADS = List.of("  A", "B", "Δ", "errors", "A", "B", "Δ");
    private static final int CALL_CHANGE = 2;
    private static final int ERRORS = 3;
    private static final int TIME_CHANGE = 6;

    static final String ERROR_MARK = "!";

    private static final String GAP = "  ";
    private static final int MARKS = 3;
    private static final int SHORTEST_NAME = 12;

    /**
     * A line of the table in a terminal.
     *
     * @param marks two letters: the place of the operation, and whether there are errors
     * @param service empty where it is that of the line above
     */
    record Line(String marks, String indent, String service, String name, ComparisonFigures figures) {

        /** Deeper lines are not indented further, because their names need room; they show their depth as a number. */
        private static final int DEEPEST = 8;

        static Line of(ComparisonRow row) {
            return new Line(
                    row.place().mark() + errors(row.figures()),
                    indent(row.depth()),
                    TerminalText.safe(row.newService()),
                    TerminalText.safe(row.name()),
                    row.figures());
        }

        static Line of(WorkTotal total) {
            return new Line(" " + errors(total.figures()), "", "", TerminalText.safe(total.kind()), total.figures());
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
            return figures.hasErrors() ? ERROR_MARK : " ";
        }

        private static String indent(int depth) {
            return depth <= DEEPEST ? "  ".repeat(depth) : "  ".repeat(DEEPEST - 2) + "(" + depth + ") ";
        }
    }

    /** 0 for a column that is left out: that of the errors, where there are none. */
    private final List<Integer> widths = new ArrayList<>();

    private final int names;

    ComparisonTable(List<Line> lines, int width) {
        boolean anyErrors = lines.stream().anyMatch(line -> line.figures().hasErrors());
        int numbers = 0;
        for (int i = 0; i < HEADS.size(); i++) {
            widths.add(i == ERRORS && !anyErrors ? 0 : widest(i, lines));
            numbers += widths.get(i) == 0 ? 0 : GAP.length() + widths.get(i);
        }
        // Not wider than the longest name: numbers far from their names are hard to follow on a wide screen.
        int longestName = lines.stream().mapToInt(Line::labelWidth).max().orElse(0);
        names = Math.max(SHORTEST_NAME, Math.min(longestName, width - MARKS - numbers));
    }

    private static int widest(int column, List<Line> lines) {
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

    String line(Line row, Screen screen) {
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
