package traces.model;

import java.util.HexFormat;

/**
 * Makes text from anywhere safe to print: it stays on its line, in its direction, and does nothing to a terminal.
 *
 * <p>Names and attributes come from the programs that send spans, and a terminal obeys the characters that it is sent:
 * an escape sequence can change the title of a window, or type. Each such character is shown by its code, as {@code
 * \\u001b}.
 */
public final class Printable {

    private Printable() {}

    // a, ESC, "[31mb" -> a\\u001b[31mb, which turns nothing red; line ends and tabs become a space
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isUnsafe)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(letter -> {
            if (letter == '\n' || letter == '\r' || letter == '\t') {
                safe.append(' ');
            } else if (isUnsafe(letter)) {
                safe.append(code(letter));
            } else {
                safe.appendCodePoint(letter);
            }
        });
        return safe.toString();
    }

    private static String code(int letter) {
        return letter > 0xffff
                ? "\\u{" + Integer.toHexString(letter) + "}"
                : "\\u" + HexFormat.of().toHexDigits((char) letter);
    }

    private static boolean isUnsafe(int letter) {
        return switch (Character.getType(letter)) {
            // CONTROL holds ESC and its like, FORMAT the marks that turn the direction of writing or have no width.
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
