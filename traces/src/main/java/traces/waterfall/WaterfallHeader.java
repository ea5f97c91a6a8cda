package traces.waterfall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jline.utils.AttributedString;
import traces.model.TraceSummary;
import traces.terminal.Plurals;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** The lines above a waterfall: the trace's id, start, duration, number of spans and errors, and services. */
final class WaterfallHeader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int MOST_SERVICES = 6;

    private final Screen screen;
    private final ZoneId zone;
    private final Map<String, TextStyle> styles;

    /** @param styles the services with their colours */
    WaterfallHeader(Screen screen, ZoneId zone, Map<String, TextStyle> styles) {
        this.screen = screen;
        this.zone = zone;
        this.styles = styles;
    }

    List<String> lines(TraceSummary summary) {
        List<String> lines = new ArrayList<>();
        TerminalLine line = new TerminalLine(screen);
        for (AttributedString part : parts(summary)) {
            String between = line.column() == 0 ? "" : screen.glyphs().between();
            if (line.column() + TerminalText.width(between + part) > screen.width()) {
                lines.add(line.toString());
                line = new TerminalLine(screen);
                between = "";
            }
            line.add(between, TextStyle.FAINT).add(part);
        }
        lines.add(line.toString());
        return lines;
    }

    private List<AttributedString> parts(TraceSummary summary) {
        List<AttributedString> parts = new ArrayList<>();
        parts.add(TextStyle.STRONG.of("Trace " + summary.id()));
        parts.add(TextStyle.PLAIN.of(TIME.format(at(summary.startNanos()).atZone(zone))));
        parts.add(TextStyle.PLAIN.of(screen.time(summary.durationNanos())));
        parts.add(TextStyle.PLAIN.of(Plurals.grouped(summary.spans(), "span")));
        parts.add(
                summary.errors() == 0
                        ? TextStyle.PLAIN.of("no errors")
                        : TextStyle.RED.of(Plurals.grouped(summary.errors(), "error")));
        styles.entrySet().stream()
                .limit(MOST_SERVICES)
                .map(service -> service.getValue().of(TerminalText.safe(service.getKey())))
                .forEach(parts::add);
        if (styles.size() > MOST_SERVICES) {
            parts.add(TextStyle.PLAIN.of(Plurals.grouped(styles.size() - MOST_SERVICES, "more service")));
        }
        return parts;
    }

    static Instant at(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }
}
