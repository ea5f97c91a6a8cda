package traces.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jline.utils.AttributedStyle;

/** How text looks on a screen with colours. */
public enum TextStyle {
    PLAIN(AttributedStyle.DEFAULT),
    FAINT(AttributedStyle.DEFAULT.faint()),
    STRONG(AttributedStyle.BOLD),
    ERROR(AttributedStyle.DEFAULT.foreground(AttributedStyle.RED)),
    YELLOW(AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW)),
    CYAN(AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN)),
    GREEN(AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN)),
    MAGENTA(AttributedStyle.DEFAULT.foreground(AttributedStyle.MAGENTA)),
    BLUE(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE));

    // The app is first in every trace, and yellow in the terminal of the bar too. Red says that something failed.
    private static final List<TextStyle> OF_SERVICES = List.of(YELLOW, CYAN, GREEN, MAGENTA, BLUE);

    private final AttributedStyle style;

    TextStyle(AttributedStyle style) {
        this.style = style;
    }

    String on(String text) {
        return this == PLAIN ? text : "\u001b[" + style.toAnsi() + "m" + text + "\u001b[0m";
    }

    /** A colour for each of these services, in their order. */
    public static Map<String, TextStyle> ofServices(List<String> services) {
        Map<String, TextStyle> inks = new LinkedHashMap<>();
        services.forEach(service -> inks.putIfAbsent(service, OF_SERVICES.get(inks.size() % OF_SERVICES.size())));
        return inks;
    }
}
