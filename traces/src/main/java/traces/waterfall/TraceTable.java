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

/** Lists traces, a line for each: when, what, how long, how many spans and errors, and the beginning of its id. */
public final class TraceTable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SHORT_ID = 8;
    private static final int SHORTEST_SERVICE = 6;

    /** Where the roots begin. */
    private static final int ROOT = 10;

    private final Screen screen;
    private final ZoneId zone;

    public TraceTable(Screen screen, ZoneId zone) {
        this.screen = screen;
        this.zone = zone;
    }

    /** @param width as wide as what stands in it, its heading included, and the gap before it */
    private record Column(String heading, Function<TraceSummary, String> text, int width) {}

    /** No line is wider than the screen. */
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
            line.right(column.text().apply(trace), end, failed ? TextStyle.ERROR : TextStyle.PLAIN);
        }
        return line.at(end + 2).add(trace.id().substring(0, SHORT_ID)).toString();
    }

    /** Its name is worth more than all of its service's: that is cut first. */
    private String root(TraceSummary trace, int room) {
        String given = TerminalText.safe(trace.rootName());
        String name = given.isEmpty() ? "(no name)" : given;
        // What hangs from a span that isn't here begins with the dots of what is missing.
        String before = trace.whole() ? "" : screen.signs().dots() + " ";
        int left = room - TerminalText.width(before + name) - ": ".length();
        if (left < SHORTEST_SERVICE) {
            return before + name;
        }
        return before + TerminalText.clipped(TerminalText.safe(trace.rootService()), left, screen.signs()) + ": "
                + name;
    }

    private static String number(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
