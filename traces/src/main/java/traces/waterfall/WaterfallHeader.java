package traces.waterfall;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import traces.model.TraceSummary;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** What stands above a waterfall: the trace's id, when, how long, how many. */
final class WaterfallHeader {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);
    private static final int MOST_SERVICES = 6;

    private final Screen screen;
    private final ZoneId zone;
    private final Map<String, TextStyle> inks;

    /** @param inks the services in their colours */
    WaterfallHeader(Screen screen, ZoneId zone, Map<String, TextStyle> inks) {
        this.screen = screen;
        this.zone = zone;
        this.inks = inks;
    }

    private record Piece(String text, TextStyle ink) {}

    List<String> lines(TraceSummary summary) {
        List<String> lines = new ArrayList<>();
        TerminalLine line = new TerminalLine(screen);
        for (Piece piece : pieces(summary)) {
            String between = line.column() == 0 ? "" : screen.signs().between();
            if (line.column() + TerminalText.width(between + piece.text()) > screen.width()) {
                lines.add(line.toString());
                line = new TerminalLine(screen);
                between = "";
            }
            line.add(between, TextStyle.FAINT).add(piece.text(), piece.ink());
        }
        lines.add(line.toString());
        return lines;
    }

    private List<Piece> pieces(TraceSummary summary) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(new Piece("Trace " + summary.id(), TextStyle.STRONG));
        pieces.add(new Piece(TIME.format(at(summary.startNanos()).atZone(zone)), TextStyle.PLAIN));
        pieces.add(new Piece(screen.time(summary.durationNanos()), TextStyle.PLAIN));
        pieces.add(new Piece(count(summary.spans(), "span"), TextStyle.PLAIN));
        pieces.add(
                summary.errors() == 0
                        ? new Piece("no errors", TextStyle.PLAIN)
                        : new Piece(count(summary.errors(), "error"), TextStyle.ERROR));
        inks.entrySet().stream()
                .limit(MOST_SERVICES)
                .map(service -> new Piece(TerminalText.safe(service.getKey()), service.getValue()))
                .forEach(pieces::add);
        if (inks.size() > MOST_SERVICES) {
            pieces.add(new Piece(count(inks.size() - MOST_SERVICES, "more service"), TextStyle.PLAIN));
        }
        return pieces;
    }

    static Instant at(long nanos) {
        return Instant.ofEpochSecond(0, nanos);
    }

    // 1 span, 2 spans, 10,000 spans
    static String count(int number, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
