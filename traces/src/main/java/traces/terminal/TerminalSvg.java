package traces.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import org.jline.utils.AttributedString;

/**
 * Draws the lines of a coloured terminal as SVG, in a light and a dark form.
 *
 * <p>The lines are read as a terminal reads them, so that a picture shows what the terminal shows.
 */
public final class TerminalSvg {

    /** A page with several pictures should load at once; lines that do not fit are counted instead. */
    private static final int MOST_BYTES = 56_000;

    private static final int MARGIN = 16;

    private static final String STYLE = """
            .terminal { font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }
            .terminal text { white-space: pre }
            .terminal rect { fill: #fff; stroke: #d5d8de }
            .terminal text, .terminal path { fill: #16181d }
            .terminal .faint { fill: #565b66 }
            .terminal .strong { font-weight: 700 }
            .terminal .red { fill: #b3001b }
            .terminal .yellow { fill: #8a5a00 }
            .terminal .cyan { fill: #00717d }
            .terminal .green { fill: #17692f }
            .terminal .magenta { fill: #8f2f96 }
            .terminal .blue { fill: #1f5fbf }
            @media (prefers-color-scheme: dark) {
              .terminal rect { fill: #15171c; stroke: #3b404b }
              .terminal text, .terminal path { fill: #eef0f4 }
              .terminal .faint { fill: #a9afbb }
              .terminal .red { fill: #ff8c8c }
              .terminal .yellow { fill: #e8b54a }
              .terminal .cyan { fill: #5fd0dc }
              .terminal .green { fill: #86d79a }
              .terminal .magenta { fill: #e59bec }
              .terminal .blue { fill: #7fb2ff }
            }
            """;

    private TerminalSvg() {}

    /**
     * Draws lines that were made for {@link Screen#coloured}.
     *
     * @param title shown by a browser and read aloud
     * @return a picture of less than 60 KB
     */
    public static String of(String title, List<String> lines) {
        StringBuilder drawn = new StringBuilder();
        int columns = 0;
        int bytes = 0;
        int row = 0;
        for (String line : lines) {
            AttributedString text = AttributedString.fromAnsi(line);
            String next = SvgLine.of(text, row);
            bytes += next.getBytes(UTF_8).length;
            if (bytes > MOST_BYTES) {
                break;
            }
            drawn.append(next);
            columns = Math.max(columns, TerminalText.width(text.toString()));
            row++;
        }
        if (row < lines.size()) {
            drawn.append(SvgLine.of(TextStyle.FAINT.of(leftOut(lines.size() - row)), row));
            row++;
        }
        return document(title, columns, row, drawn);
    }

    private static String leftOut(int lines) {
        return Plurals.grouped(lines, "more line") + (lines == 1 ? " does" : " do") + " not fit into this picture.";
    }

    private static String document(String title, int columns, int rows, CharSequence drawn) {
        double width = columns * SvgLine.COLUMN + 2 * MARGIN;
        int height = rows * SvgLine.ROW + 2 * MARGIN;
        return String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" class="terminal" width="%1$.1f" height="%2$d" viewBox="0 0 %1$.1f %2$d">
                <title>%3$s</title>
                <style>
                %4$s</style>
                <rect x="0.5" y="0.5" width="%5$.1f" height="%6$d" rx="8"/>
                <g transform="translate(%7$d %7$d)">
                %8$s</g>
                </svg>
                """, width, height, SvgLine.escaped(title), STYLE, width - 1, height - 1, MARGIN, drawn);
    }
}
