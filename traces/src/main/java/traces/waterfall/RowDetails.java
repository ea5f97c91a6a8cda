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

/** What there is to say of a row beside its name: how it failed, how several of a kind ran, which statement it is. */
final class RowDetails {

    /** Who took so many times the average isn't like the others. */
    private static final int OUTLIER = 4;

    private final Screen screen;

    /** What the spans of a service that share a name do. */
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

    /** What has to be said; may be empty. */
    String needed(WaterfallRow row) {
        return Stream.of(
                        row.span().filter(Span::isError).map(RowDetails::failure),
                        manner(row),
                        row.span().filter(Span::endsBeforeItStarts).map(span -> "ends before it starts"),
                        row.span().filter(this::hasOtherNamesakes).flatMap(RowDetails::statement))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(screen.signs().between()));
    }

    /** What may be said where there is room; empty where all has been. */
    String more(WaterfallRow row) {
        return row.span()
                .filter(span -> !hasOtherNamesakes(span))
                .flatMap(RowDetails::statement)
                .orElse("");
    }

    private static String failure(Span span) {
        return Stream.of(
                        span.said().getStatus().getMessage(),
                        exception(span),
                        span.attribute("error.type").orElse(""))
                .map(TerminalText::safe)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .map(words -> "failed: " + words)
                .orElse("failed");
    }

    private static String exception(Span span) {
        return span.said().getEventsList().stream()
                .map(event -> AttributeText.all(event.getAttributesList()))
                .filter(event -> event.containsKey("exception.type"))
                .findFirst()
                .map(event -> event.get("exception.type") + " " + event.getOrDefault("exception.message", ""))
                .orElse("");
    }

    private Optional<String> manner(WaterfallRow row) {
        if (!row.isFold() || row.span().isEmpty()) {
            return Optional.empty();
        }
        int atOnce = ActiveIntervals.of(row.nodes()).atOnce();
        String manner = atOnce == 1
                ? "one after another"
                : atOnce == row.nodes().size() ? "all at the same time" : "up to " + atOnce + " at the same time";
        double average =
                row.nodes().stream().mapToDouble(TraceNode::duration).average().orElseThrow();
        long longest = row.nodes().stream().mapToLong(TraceNode::duration).max().orElseThrow();
        String each = longest < OUTLIER * average ? " each" : " on average, " + screen.time(longest) + " at most";
        return Optional.of(manner + ", " + screen.time((long) average) + each);
    }

    private boolean hasOtherNamesakes(Span span) {
        return operations.getOrDefault(Namesakes.of(span), Set.of()).size() > 1;
    }

    private static Optional<String> statement(Span span) {
        return span.statement()
                .map(text -> TerminalText.safe(Operation.of(span).what()))
                // GET ? of Redis says no more than GET.
                .filter(what -> !what.replace(" ?", "").equalsIgnoreCase(span.name()));
    }
}
