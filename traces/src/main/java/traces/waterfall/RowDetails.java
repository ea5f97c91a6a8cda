package traces.waterfall;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import traces.model.AttributeText;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

/** The details of a row beside its name: its error, how several spans of a fold ran, and its statement. */
final class RowDetails {

    /** A span that took this many times the average is an outlier. */
    private static final int OUTLIER = 4;

    private final Screen screen;

    /** The operations of all spans that share a service and a name. */
    private final Map<Namesakes, Set<Operation>> operations = new HashMap<>();

    private record Namesakes(String service, String name) {

        static Namesakes of(Span span) {
            return new Namesakes(span.service(), span.name());
        }
    }

    RowDetails(Screen screen, TraceTree tree) {
        this.screen = screen;
        tree.nodes().stream()
                .flatMap(node -> node.span().stream())
                .filter(span -> span.statement().isPresent())
                .forEach(span -> operations
                        .computeIfAbsent(Namesakes.of(span), namesakes -> new HashSet<>())
                        .add(Operation.of(span)));
    }

    /**
     * Returns the details that are always printed; may be empty.
     *
     * @param active when the row's spans ran
     */
    String needed(WaterfallRow row, ActiveIntervals active) {
        return Stream.of(
                        row.span().filter(Span::isError).map(RowDetails::failure),
                        concurrency(row, active.atOnce()),
                        row.first().timeFault(),
                        row.span().filter(this::hasOtherNamesakes).flatMap(RowDetails::statement))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(screen.glyphs().between()));
    }

    /** Returns the details that are printed where there is room; may be empty. */
    String more(WaterfallRow row) {
        return row.span()
                .filter(span -> !hasOtherNamesakes(span))
                .flatMap(RowDetails::statement)
                .orElse("");
    }

    private static String failure(Span span) {
        return Stream.of(
                        span.proto().getStatus().getMessage(),
                        exception(span),
                        span.attribute("error.type").orElse(""))
                .map(TerminalText::safe)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> "failed: " + text)
                .orElse("failed");
    }

    private static String exception(Span span) {
        return span.proto().getEventsList().stream()
                .map(event -> AttributeText.all(event.getAttributesList()))
                .filter(event -> event.containsKey("exception.type"))
                .findFirst()
                .map(event -> event.get("exception.type") + " " + event.getOrDefault("exception.message", ""))
                .orElse("");
    }

    private Optional<String> concurrency(WaterfallRow row, int atOnce) {
        if (!row.isFold() || row.span().isEmpty()) {
            return Optional.empty();
        }
        String concurrency = atOnce == 1
                ? "one after another"
                : atOnce == row.nodes().size() ? "all at the same time" : "up to " + atOnce + " at the same time";
        double average =
                row.nodes().stream().mapToDouble(TraceNode::duration).average().orElseThrow();
        long longest = row.nodes().stream().mapToLong(TraceNode::duration).max().orElseThrow();
        String each = longest < OUTLIER * average ? " each" : " on average, " + screen.time(longest) + " at most";
        return Optional.of(concurrency + ", " + screen.time((long) average) + each);
    }

    private boolean hasOtherNamesakes(Span span) {
        return operations.getOrDefault(Namesakes.of(span), Set.of()).size() > 1;
    }

    private static Optional<String> statement(Span span) {
        return span.statement()
                .map(text -> TerminalText.safe(Operation.of(span).what()))
                // The statement "GET ?" of Redis adds nothing to the name GET.
                .filter(what -> !what.replace(" ?", "").equalsIgnoreCase(span.name()));
    }
}
