package accesslog.report;

import org.jline.utils.WCWidth;

/** Makes text of a log harmless for a terminal and a page: whoever sends a request chooses what stands in it. */
final class SafeText {

    private static final int LONGEST = 1_000;

    private SafeText() {}

    /** One line without control characters, and without those that turn the direction of writing or take no room. */
    static String of(String text) {
        StringBuilder safe = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(letter -> {
            if (isHarmless(letter)) {
                safe.appendCodePoint(letter);
            } else {
                safe.append(String.format("\\x%02X", letter));
            }
        });
        return safe.toString();
    }

    private static boolean isHarmless(int letter) {
        switch (Character.getType(letter)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.SURROGATE:
            case Character.PRIVATE_USE:
            case Character.UNASSIGNED:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
                return false;
            case Character.NON_SPACING_MARK:
            case Character.ENCLOSING_MARK:
                return false;
            case Character.SPACE_SEPARATOR:
                return letter == ' ';
            default:
                return true;
        }
    }

    /** In columns of a terminal, of safe text. */
    static int width(String text) {
        return text.codePoints()
                .map(letter -> Math.max(0, WCWidth.wcwidth(letter)))
                .sum();
    }

    /** At most so wide; dots stand in the middle, for the end of a name tells as much as its beginning. */
    static String clipped(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        if (columns < 8) {
            return head(text, columns);
        }
        int tail = (columns - 1) / 3;
        return head(text, columns - 1 - tail) + "…" + tail(text, tail);
    }

    private static String head(String text, int columns) {
        StringBuilder head = new StringBuilder();
        int width = 0;
        for (int letter : text.codePoints().toArray()) {
            width += Math.max(0, WCWidth.wcwidth(letter));
            if (width > columns) {
                break;
            }
            head.appendCodePoint(letter);
        }
        return head.toString();
    }

    private static String tail(String text, int columns) {
        String backwards = new StringBuilder(text).reverse().toString();
        return new StringBuilder(head(backwards, columns)).reverse().toString();
    }
}
