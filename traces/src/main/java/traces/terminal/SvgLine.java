package traces.terminal;

import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import traces.model.Printable;

/** Draws one line of a terminal as SVG: words as text that can be selected, lines and blocks as shapes. */
final class SvgLine {

    /** The width of a column; a browser stretches each text to its columns, whichever font it finds. */
    static final double COLUMN = 8.4;

    static final int ROW = 19;

    private static final int BASELINE = 14;

    private final StringBuilder svg = new StringBuilder();
    private final int top;
    private int column;

    private SvgLine(int top) {
        this.top = top;
    }

    static String of(AttributedString line, int row) {
        SvgLine drawn = new SvgLine(row * ROW);
        for (int start = 0; start < line.length(); start = line.runLimit(start)) {
            AttributedString run = line.subSequence(start, line.runLimit(start));
            drawn.add(run.toString(), classes(line.styleAt(start)));
        }
        return drawn.svg.toString();
    }

    static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Adds a run of one style: words, and runs of glyphs that are drawn alike. */
    private void add(String run, String classes) {
        for (int start = 0; start < run.length(); ) {
            char first = run.charAt(start);
            int end = start + 1;
            if (BlockShape.isShape(first)) {
                while (end < run.length() && run.charAt(end) == first && BlockShape.spans(first)) {
                    end++;
                }
                addShape(first, end - start, classes);
            } else {
                while (end < run.length() && !BlockShape.isShape(run.charAt(end)) && !isGap(run, end)) {
                    end++;
                }
                addText(run.substring(start, end), classes);
            }
            start = end;
        }
    }

    /** Two spaces part columns: what follows gets a place of its own. */
    private static boolean isGap(String run, int at) {
        return run.charAt(at - 1) == ' ' && run.charAt(at) != ' ' && at > 1 && run.charAt(at - 2) == ' ';
    }

    private void addText(String text, String classes) {
        String words = text.strip();
        if (!words.isEmpty()) {
            int indent = text.length() - text.stripLeading().length();
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>\n",
                    (column + indent) * COLUMN,
                    top + BASELINE,
                    TerminalText.width(words) * COLUMN,
                    classes,
                    escaped(words)));
        }
        column += TerminalText.width(text);
    }

    private void addShape(char glyph, int columns, String classes) {
        svg.append(BlockShape.of(glyph, column * COLUMN, top, columns * COLUMN, classes));
        column += columns;
    }

    /** Returns the classes of a style as an attribute; none for plain text. */
    private static String classes(AttributedStyle style) {
        for (TextStyle known : TextStyle.values()) {
            if (known.of(" ").styleAt(0).equals(style) && known != TextStyle.PLAIN) {
                return " class=\"" + known.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "\"";
            }
        }
        return "";
    }
}
