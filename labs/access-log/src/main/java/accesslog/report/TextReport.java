package accesslog.report;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;

/** Prints a report into a terminal that is so many columns wide. */
public final class TextReport {

    private static final int GAP = 2;
    private static final int AXIS = 8;
    private static final int WIDEST = 6;
    private static final int NARROW = 100;
    private static final int INDENT = 8;

    private final PrintStream out;
    private final int width;

    public TextReport(PrintStream out, int width) {
        this.out = out;
        this.width = Math.max(40, width);
    }

    public void print(Report report) {
        report.summary.forEach(line -> wrapped(line, ""));
        if (report.timeline != null && !report.timeline.isEmpty()) {
            plot(report.timeline);
        }
        if (!report.findings.isEmpty()) {
            title("Look at this first");
            report.findings.forEach(finding -> wrapped("* " + finding, "  "));
        }
        report.sections.forEach(this::section);
        if (!report.remarks.isEmpty()) {
            title("About the input");
            report.remarks.forEach(remark -> wrapped("* " + remark, "  "));
        }
        out.flush();
    }

    private void title(String title) {
        out.println();
        out.println(title);
    }

    private void plot(Timeline timeline) {
        double[] rates = wide(timeline.rates(width - AXIS - GAP));
        title("Operations a second");
        String[] lines = Plot.lines(rates);
        String most = Units.rate(Arrays.stream(rates).max().orElse(0));
        for (int i = 0; i < lines.length; i++) {
            String axis = i == 0 ? most : i == lines.length - 1 ? "0" : "";
            out.println(right(axis, AXIS) + " ┤" + lines[i]);
        }
        String from = Units.clock(timeline.start());
        String to = Units.clock(timeline.end());
        int between = Math.max(1, rates.length - from.length() - to.length());
        out.println(" ".repeat(AXIS + GAP) + from + " ".repeat(between) + to);
    }

    /** A short log has few seconds, and room for more than a column of each. */
    private double[] wide(double[] rates) {
        int each = Math.min(WIDEST, (width - AXIS - GAP) / rates.length);
        double[] wide = new double[rates.length * each];
        Arrays.setAll(wide, i -> rates[i / each]);
        return wide;
    }

    private void section(Section whole) {
        title(whole.title);
        Section section = whole.without(column -> isLeftOut(whole, column));
        int[] widths = widths(section);
        line(section.columns, widths);
        for (int i = 0; i < section.rows.size(); i++) {
            line(section.rows.get(i), widths);
            detail(section.details.get(i));
        }
        section.notes.forEach(note -> wrapped(note, ""));
    }

    /** An empty column says nothing, and in a narrow terminal names need the room of the mean. */
    private boolean isLeftOut(Section section, int column) {
        boolean last = column == section.columns.size() - 1;
        boolean empty = section.rows.stream().allMatch(row -> row.get(column).isEmpty());
        return !last && (empty || width < NARROW && section.columns.get(column).equals("mean"));
    }

    /** Numbers get the room they need; the text at the end gets what is left. */
    private int[] widths(Section section) {
        int[] widths = new int[section.columns.size()];
        int left = width;
        for (int i = 0; i < widths.length - 1; i++) {
            int column = i;
            widths[i] = Math.max(
                    SafeText.width(section.columns.get(i)),
                    section.rows.stream()
                            .mapToInt(row -> SafeText.width(row.get(column)))
                            .max()
                            .orElse(0));
            left -= widths[i] + GAP;
        }
        widths[widths.length - 1] = Math.max(10, left);
        return widths;
    }

    private void line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        int last = widths.length - 1;
        for (int i = 0; i < last; i++) {
            line.append(right(cells.get(i), widths[i])).append(" ".repeat(GAP));
        }
        line.append(SafeText.clipped(cells.get(last), widths[last]));
        out.println(line.toString().stripTrailing());
    }

    private void detail(String detail) {
        if (!detail.isEmpty()) {
            out.println(" ".repeat(INDENT) + SafeText.clipped(detail, width - INDENT));
        }
    }

    private static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - SafeText.width(text))) + text;
    }

    private void wrapped(String text, String indent) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (SafeText.width(line + " " + word) > width && !line.toString().isBlank()) {
                out.println(line);
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        out.println(line);
    }
}
