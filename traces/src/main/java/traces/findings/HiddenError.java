package traces.findings;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import traces.model.AttributeText;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * An error below spans that have no error themselves, so that the request looks fine.
 *
 * @param nodes where it failed, all alike
 * @param hider the first span above the first of them that isn't an error
 */
record HiddenError(List<TraceNode> nodes, TraceNode hider) implements Finding {

    private static final int MESSAGE = 100;

    private record Kind(Operation failed, String type, Operation hider) {}

    static List<HiddenError> in(TraceTree tree) {
        Set<TraceNode> shown = new HashSet<>();
        Map<Kind, HiddenError> alike = new LinkedHashMap<>();
        for (TraceNode node : tree.nodes()) {
            Optional<TraceNode> parent = node.parent().filter(above -> isAskedBy(node, above));
            if (node.isError() || parent.filter(shown::contains).isPresent()) {
                shown.add(node);
            }
            parent.filter(above -> node.isError() && !shown.contains(above)).ifPresent(above -> {
                TraceNode failed = deepest(node);
                Kind kind = new Kind(operation(failed), type(span(failed)), operation(above));
                alike.computeIfAbsent(kind, first -> new HiddenError(new ArrayList<>(), above))
                        .nodes
                        .add(failed);
            });
        }
        return List.copyOf(alike.values());
    }

    /**
     * Returns whether the span above waits for this one: the sender of a message does not, and a missing span may not.
     */
    private static boolean isAskedBy(TraceNode node, TraceNode above) {
        boolean consumer = node.span()
                .filter(span -> span.kind() == SpanKind.SPAN_KIND_CONSUMER)
                .isPresent();
        return !consumer && above.span().isPresent();
    }

    /** Returns the deepest error below an error: a child fails before its parent does. */
    private static TraceNode deepest(TraceNode error) {
        TraceNode deepest = error;
        for (Optional<TraceNode> next = Optional.of(error); next.isPresent(); ) {
            deepest = next.get();
            next = deepest.children().stream().filter(TraceNode::isError).findFirst();
        }
        return deepest;
    }

    private static Operation operation(TraceNode node) {
        return Operation.of(span(node));
    }

    private static Span span(TraceNode node) {
        return node.span().orElseThrow();
    }

    @Override
    public String kind() {
        return "hidden-error";
    }

    @Override
    public long nanos() {
        return TimeInterval.covered(TimeInterval.of(nodes));
    }

    @Override
    public String sentence() {
        Span failed = span(nodes.get(0));
        return FindingText.times(nodes.size()) + FindingText.where(FindingText.spans(nodes)) + " failed" + why(failed)
                + ", yet "
                + FindingText.where(hider)
                + " above looks fine. Look for who catches the failure, and whether the answer lacks something.";
    }

    private static String why(Span failed) {
        String type = type(failed);
        String message = exception(failed, "exception.message")
                .orElse(failed.proto().getStatus().getMessage());
        String why = type.isEmpty() || message.isEmpty() ? type + message : type + ": " + message;
        return why.isBlank() ? "" : " with " + FindingText.shortened(why, MESSAGE);
    }

    // org.h2.jdbc.JdbcSQLException -> JdbcSQLException, and where nothing was thrown, such as 503
    private static String type(Span failed) {
        String type = exception(failed, "exception.type")
                .or(() -> failed.attribute("error.type"))
                .or(() -> CallTarget.status(failed))
                .orElse("");
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Returns an attribute of the last exception: the program may have recovered from earlier ones. */
    private static Optional<String> exception(Span failed, String key) {
        List<Event> events = failed.proto().getEventsList();
        List<KeyValue> last = List.of();
        for (Event event : events) {
            last = event.getName().equals("exception") ? event.getAttributesList() : last;
        }
        return AttributeText.find(last, key).filter(text -> !text.isBlank());
    }
}
