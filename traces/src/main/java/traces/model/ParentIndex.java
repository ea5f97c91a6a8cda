package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the parent of a span by its id.
 *
 * <p>In traces that began as Zipkin's, the two sides of a call share one id: a SERVER span then hangs from the CLIENT
 * span with its own id and its parent, and the spans of each side hang from that side. Of other spans with one id, the
 * first is the parent.
 */
final class ParentIndex {

    private record Caller(String id, SpanKind kind, Optional<String> parent) {}

    private record Side(String id, String service) {

        static Side of(Span span) {
            return new Side(span.id(), span.service());
        }
    }

    private final Map<String, TraceNode> first = new HashMap<>();
    private final Map<Caller, TraceNode> callers = new HashMap<>();
    private final Map<String, TraceNode> firstAnswer = new HashMap<>();
    private final Map<Side, TraceNode> answers = new HashMap<>();
    private final Map<Side, TraceNode> sides = new HashMap<>();

    /** @param nodes in their order */
    ParentIndex(List<TraceNode> nodes) {
        for (TraceNode node : nodes) {
            Span span = span(node);
            first.putIfAbsent(span.id(), node);
            sides.putIfAbsent(Side.of(span), node);
            callers.putIfAbsent(new Caller(span.id(), span.kind(), span.parentId()), node);
        }
        for (TraceNode node : nodes) {
            if (callerOf(node).isPresent()) {
                firstAnswer.putIfAbsent(span(node).id(), node);
                answers.putIfAbsent(Side.of(span(node)), node);
            }
        }
    }

    /** Returns the parent of a node; none for a root, and where the parent has not arrived. */
    Optional<TraceNode> parentOf(TraceNode node) {
        return callerOf(node)
                .or(() -> span(node)
                        .parentId()
                        .flatMap(id -> sideOf(id, span(node).service())));
    }

    /** Returns the other side of the call that this span answers, where both have one id. */
    private Optional<TraceNode> callerOf(TraceNode node) {
        Span span = span(node);
        return kindOfCaller(span.kind()).map(kind -> callers.get(new Caller(span.id(), kind, span.parentId())));
    }

    private static Optional<SpanKind> kindOfCaller(SpanKind answer) {
        return switch (answer) {
            case SPAN_KIND_SERVER -> Optional.of(SpanKind.SPAN_KIND_CLIENT);
            case SPAN_KIND_CONSUMER -> Optional.of(SpanKind.SPAN_KIND_PRODUCER);
            default -> Optional.empty();
        };
    }

    /** Returns the span with this id: where the sides of a call share it, the side of this service. */
    private Optional<TraceNode> sideOf(String id, String service) {
        TraceNode answer = firstAnswer.get(id);
        if (answer == null) {
            return Optional.ofNullable(first.get(id));
        }
        Side side = new Side(id, service);
        return Optional.of(answers.getOrDefault(side, sides.getOrDefault(side, answer)));
    }

    private static Span span(TraceNode node) {
        return node.span().orElseThrow();
    }
}
