package coach.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi.Style;

/** How text looks on a screen with colours. */
enum TextStyle {
    PLAIN(Style.reset),
    FAINT(Style.faint),
    STRONG(Style.bold),
    ERROR(Style.fg_red),
    YELLOW(Style.fg_yellow),
    CYAN(Style.fg_cyan),
    GREEN(Style.fg_green),
    MAGENTA(Style.fg_magenta),
    BLUE(Style.fg_blue);

    // The app is first in every trace, and yellow in the terminal of the bar too. Red says that something failed.
    private static final List<TextStyle> OF_SERVICES = List.of(YELLOW, CYAN, GREEN, MAGENTA, BLUE);

    private final Style style;

    TextStyle(Style style) {
        this.style = style;
    }

    String on(String text) {
        return this == PLAIN ? text : style.on() + text + Style.reset.on();
    }

    /** A colour for each of these services, in their order. */
    static Map<String, TextStyle> ofServices(List<String> services) {
        Map<String, TextStyle> inks = new LinkedHashMap<>();
        services.forEach(service -> inks.putIfAbsent(service, OF_SERVICES.get(inks.size() % OF_SERVICES.size())));
        return inks;
    }
}
