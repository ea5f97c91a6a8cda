package traces.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedCharSequence;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The styles in which text is printed to a screen that shows colours. */
public enum TextStyle {
    PLAIN(AttributedStyle.DEFAULT),
    FAINT(AttributedStyle.DEFAULT.faint()),
    STRONG(AttributedStyle.BOLD),
    RED(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    STRONG_RED(AttributedStyle.BOLD.foreground(AttributedStyle.RED)),
    YELLOW(AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)),
    CYAN(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
    GREEN(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    MAGENTA(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    BLUE(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE));

    // Without red, which stands for errors.
    private static final List<TextStyle> OF_SERVICES = List.of(YELLOW, CYAN, GREEN, MAGENTA, BLUE);

    private final AttributedStyle style;

    TextStyle(AttributedStyle style) {
        this.style = style;
    }

    /** Gives this style to a text. */
    public AttributedString of(String text) {
        return new AttributedString(text, style);
    }

    /** Returns the text between the escape sequences that switch this style on and off. */
    public String escaped(String text) {
        return escaped(of(text));
    }

    /**
     * Writes styles as escape sequences; JLine's own writer turns {@code │} into {@code |} unless it has a terminal.
     */
    static String escaped(AttributedCharSequence text) {
        StringBuilder escaped = new StringBuilder(text.length() + 32);
        for (int start = 0; start < text.length(); start = text.runLimit(start)) {
            AttributedStyle style = text.styleAt(start);
            String run = text.subSequence(start, text.runLimit(start)).toString();
            boolean plain = style.equals(AttributedStyle.DEFAULT);
            escaped.append(plain ? run : "\u001b[" + style.toAnsi() + "m" + run + "\u001b[0m");
        }
        return escaped.toString();
    }

    /** Chooses a colour for each of these services, in their order; the first is yellow. */
    public static Map<String, TextStyle> ofServices(List<String> services) {
        Map<String, TextStyle> styles = new LinkedHashMap<>();
        services.forEach(service -> styles.putIfAbsent(service, OF_SERVICES.get(styles.size() % OF_SERVICES.size())));
        return styles;
    }
}
