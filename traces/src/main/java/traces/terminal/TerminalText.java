package traces.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;
import traces.model.Printable;

/** Text in a terminal: what is safe to show, how many columns it takes, where it is cut. */
public final class TerminalText {

    /** More than any line shows; who sends a megabyte as a name shall not be measured letter by letter. */
    private static final int ENOUGH = 2_000;

    /** No language stacks more marks on a letter; who does writes over the lines above. */
    private static final int MARKS = 3;

    /** A number stays with its unit. */
    private static final Pattern SPACE = Pattern.compile(" (?!(?:µs|us|ms|s|min)\\b)");

    private TerminalText() {}

    /** Text from anywhere, on one line and harmless. */
    public static String safe(String text) {
        String some = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        StringBuilder safe = new StringBuilder(some.length());
        int marks = 0;
        for (int letter : Printable.of(some).codePoints().toArray()) {
            marks = width(letter) == 0 ? marks + 1 : 0;
            // A variation selector makes the letter before it wider in some terminals only.
            if (marks <= MARKS && !isVariationSelector(letter)) {
                safe.appendCodePoint(letter);
            }
        }
        return safe.toString().strip();
    }

    /** In columns, of safe text. */
    public static int width(String text) {
        return text.codePoints().map(TerminalText::width).sum();
    }

    /** The same with the dots that nearly every screen has. */
    public static String clipped(String text, int columns) {
        return clipped(text, columns, Glyphs.BLOCKS);
    }

    /** Filled up with spaces on its left. */
    public static String right(String text, int columns) {
        return " ".repeat(Math.max(0, columns - width(text))) + text;
    }

    /** At most this wide, with dots at the end where something is missing. */
    public static String clipped(String text, int columns, Glyphs signs) {
        if (width(text) <= columns) {
            return text;
        }
        String dots = columns < signs.dots().length() ? "" : signs.dots();
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

    /** A sentence in lines of at most this many columns; a word that is wider is cut. */
    public static List<String> wrapped(String sentence, int columns, Glyphs signs) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : SPACE.split(sentence)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) > columns && !line.isEmpty()) {
                lines.add(line);
                longer = word;
            }
            line = clipped(longer, columns, signs);
        }
        lines.add(line);
        return lines;
    }

    private static int width(int letter) {
        // A skin tone is drawn on the face before it, or, where there is none, as a square.
        return isSkinTone(letter) ? 2 : Math.max(0, WCWidth.wcwidth(letter));
    }

    private static boolean isSkinTone(int letter) {
        return letter >= 0x1f3fb && letter <= 0x1f3ff;
    }

    private static boolean isVariationSelector(int letter) {
        return letter >= 0xfe00 && letter <= 0xfe0f || letter >= 0xe0100 && letter <= 0xe01ef;
    }
}
