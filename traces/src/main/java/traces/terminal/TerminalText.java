package traces.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;
import traces.model.Printable;

/** Makes text safe for a terminal, measures it in columns, clips and wraps it. */
public final class TerminalText {

    /** More than any line shows; longer text is cut before it is measured, because a name may be a megabyte. */
    private static final int ENOUGH = 2_000;

    /** No language puts more marks on a letter, and a pile of them covers the lines above. */
    private static final int MARKS = 3;

    /** A space at which a line may break: not the one between a number and its unit. */
    private static final Pattern SPACE = Pattern.compile(" (?!(?:µs|us|ms|s|min)\\b)");

    private TerminalText() {}

    /** Makes text from anywhere harmless and puts it on one line. */
    public static String safe(String text) {
        String some = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        StringBuilder safe = new StringBuilder(some.length());
        int marks = 0;
        for (int letter : Printable.of(some).codePoints().toArray()) {
            marks = width(letter) == 0 ? marks + 1 : 0;
            // A variation selector changes the width of the letter before it, but only in some terminals.
            if (marks <= MARKS && !isVariationSelector(letter)) {
                safe.appendCodePoint(letter);
            }
        }
        return safe.toString().strip();
    }

    /** Returns the width of safe text in columns. */
    public static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    /** Puts spaces before a text that is narrower than this. */
    public static String padLeft(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    public static String clipped(String text, int columns) {
        return clipped(text, columns, Glyphs.BLOCKS);
    }

    /** Shortens a text to this width; dots at its end say that something is missing. */
    public static String clipped(String text, int columns, Glyphs glyphs) {
        if (width(text) <= columns) {
            return text;
        }
        String dots = columns < glyphs.dots().length() ? "" : glyphs.dots();
        int room = columns - dots.length();
        StringBuilder clipped = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            room -= width(letter);
            if (room < 0) {
                break;
            }
            clipped.appendCodePoint(letter);
        }
        return clipped + dots;
    }

    public static List<String> wrapped(String sentence, int columns) {
        return wrapped(sentence, columns, Glyphs.BLOCKS);
    }

    /** Breaks a sentence into lines of at most this width; a word that is wider is clipped. */
    public static List<String> wrapped(String sentence, int columns, Glyphs glyphs) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : SPACE.split(sentence)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) > columns && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = clipped(longer, columns, glyphs);
        }
        lines.add(line);
        return lines;
    }

    private static int width(int letter) {
        // JLine takes a skin tone for a mark without a width, but many terminals draw it beside the face, as a square.
        return isSkinTone(letter) ? 2 : Math.max(0, WCWidth.wcwidth(letter));
    }

    private static boolean isSkinTone(int letter) {
        return letter >= 0x1f3fb && letter <= 0x1f3ff;
    }

    private static boolean isVariationSelector(int letter) {
        return letter >= 0xfe00 && letter <= 0xfe0f || letter >= 0xe0100 && letter <= 0xe01ef;
    }
}
