package traces.waterfall;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import traces.model.TraceSummary;
import traces.terminal.Screen;
import traces.terminal.TerminalLine;
import traces.terminal.TerminalText;
import traces.terminal.TextStyle;

/** Lists traces, a line for each: start, root, duration, numbers of spans, errors and services, beginning of the id. */
public final class TraceTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SHORT_ID = 8;
    private static final int SHORTEST_SERVICE = 6;

    /** The column where the roots begin. */
    private static final int ROOT = 10;

    private final Screen screen;
    private final ZoneId zone;

    public TraceTable(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    /** @param width of the widest text or the heading, and the gap before it */
    private record Column(String heading, Function<TraceSummary, String> text, int width) {}

    /** Returns the lines to print; none is wider than the screen. */
    public List<String> lines(List<TraceSummary> traces) {
        List<Column> numbers = List.of(
                column("took", trace -> screen.time(trace.durationNanos()), traces),
                column("spans", trace -> number(trace.spans()), traces),
                column("errors", trace -> number(trace.errors()), traces),
                column("services", trace -> number(trace.services().size()), traces));
        int others = numbers.stream().mapToInt(Column::width).sum() + 2 + SHORT_ID;
        int roots = traces.stream()
                .mapToInt(trace -> TerminalText.width(root(trace, screen.width())))
                .max()
                .orElse(0);
        int rootEnd = Math.min(ROOT + roots, screen.width() - others);

        List<String> lines = new ArrayList<>();
        lines.add(head(numbers, rootEnd));
        traces.forEach(trace -> lines.add(line(trace, numbers, rootEnd)));
        return lines;
    }

    private Column column(String heading, Function<TraceSummary, String> text, List<TraceSummary> traces) {
        int widest = traces.stream()
                .mapToInt(trace -> text.apply(trace).length())
                .max()
                .orElse(0);
        return new Column(heading, text, 1 + Math.max(heading.length(), widest));
    }

    private String head(List<Column> numbers, int rootEnd) {
        TerminalLine line =
                new TerminalLine(screen).add("time", TextStyle.FAINT).at(ROOT).add("root", TextStyle.FAINT);
        int end = rootEnd;
        for (Column column : numbers) {
            end += column.width();
            line.right(column.heading(), end, TextStyle.FAINT);
        }
        return line.at(end + 2).add("id", TextStyle.FAINT).toString();
    }

    private String line(TraceSummary trace, List<Column> numbers, int rootEnd) {
        TerminalLine line = new TerminalLine(screen)
                .add(TIME.format(WaterfallHeader.at(trace.startNanos()).atZone(zone)), TextStyle.FAINT)
                .at(ROOT)
                .upTo(rootEnd)
                .add(root(trace, rootEnd - ROOT))
                .upTo(screen.width());
        int end = rootEnd;
        for (Column column : numbers) {
            end += column.width();
            boolean failed = column.heading().equals("errors") && trace.errors() > 0;
            line.right(column.text().apply(trace), end, failed ? TextStyle.RED : TextStyle.PLAIN);
        }
        return line.at(end + 2).add(trace.id().substring(0, SHORT_ID)).toString();
    }

    /** Returns the service and the name of the root; the service is clipped first, because the name says more. */
    private String root(TraceSummary trace, int room) {
        String given = TerminalText.safe(trace.rootName());
        String name = given.isEmpty() ? "(no name)" : given;
        // The dots say that the span above this root is missing.
        String before = trace.whole() ? "" : screen.glyphs().dots() + " ";
        int left = room - TerminalText.width(before + name) - ": ".length();
        if (left < SHORTEST_SERVICE) {
            return before + name;
        }
        return before + TerminalText.clipped(TerminalText.safe(trace.rootService()), left, screen.glyphs()) + ": "
                + name;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
