package coach.course.check;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Optional;
import traces.model.Span;
import traces.model.Trace;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * An answer, with the traces that grew meanwhile.
 *
 * @param traceId the trace id that the request was sent with
 * @param all every trace that grew: the request's own, and others, such as one that another service began
 */
public record TracedReply(ServiceReply reply, String traceId, List<Trace> all) {

    /** Gives the request's own trace; empty if no span of it has arrived. */
    public Optional<TraceTree> tree() {
        return all.stream()
                .filter(trace -> trace.id().equals(traceId))
                .findFirst()
                .map(TraceTree::of);
    }

    /**
     * Gives the request's own trace for a reader: without the placeholder for the parent that the test's traceparent
     * header names, and that never arrives.
     */
    public Optional<TraceTree> drawing() {
        return tree().map(TraceTree::trace)
                .map(trace -> TraceTree.of(new Trace(
                        trace.id(),
                        trace.spans().stream().map(TracedReply::grownUp).toList())));
    }

    private static Span grownUp(Span span) {
        boolean parentIsTheTest = span.parentId().equals(Optional.of(ServiceClient.SPAN_ID));
        return parentIsTheTest
                ? new Span(span.proto().toBuilder().clearParentSpanId().build(), span.origin())
                : span;
    }

    /** Gives the spans of the request's own trace, parents before their children. */
    public List<Span> spans() {
        return tree().stream()
                .flatMap(tree -> tree.nodes().stream())
                .flatMap(node -> node.span().stream())
                .toList();
    }

    public List<Span> spans(SpanKind kind) {
        return spans().stream().filter(span -> span.kind() == kind).toList();
    }

    public List<Span> spans(String service, SpanKind kind) {
        return spans(kind).stream()
                .filter(span -> span.service().equals(service))
                .toList();
    }

    /** Gives the nodes of the request's own trace that have a span. */
    public List<TraceNode> nodes() {
        return tree().stream()
                .flatMap(tree -> tree.nodes().stream())
                .filter(node -> node.span().isPresent())
                .toList();
    }
}
