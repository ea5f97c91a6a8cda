package traces.findings;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.HashSet;
import java.util.Set;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Finds the calls that a client library makes to do the work of a span above, such as the HTTP request beneath a search
 * in Elasticsearch. Their target is a database, a queue or a cloud's API, which sends no spans.
 */
final class TransportCalls {

    private TransportCalls() {}

    static Set<TraceNode> in(TraceTree tree) {
        Set<TraceNode> beneath = new HashSet<>();
        Set<TraceNode> ofLibrary = new HashSet<>();
        // Parents come before their children.
        for (TraceNode node : tree.nodes()) {
            boolean within = node.parent()
                    .filter(ofLibrary::contains)
                    .filter(parent -> isSameWork(node, parent))
                    .isPresent();
            if (within) {
                beneath.add(node);
            }
            if (within || node.span().filter(TransportCalls::isAnswerless).isPresent()) {
                ofLibrary.add(node);
            }
        }
        return beneath;
    }

    /** Returns whether the span below belongs to the same request: what enters a service begins other work. */
    private static boolean isSameWork(TraceNode node, TraceNode parent) {
        String service = parent.span().map(Span::service).orElse("");
        return node.span()
                .filter(span -> span.service().equals(service))
                .filter(span -> span.kind() != SpanKind.SPAN_KIND_SERVER && span.kind() != SpanKind.SPAN_KIND_CONSUMER)
                .isPresent();
    }

    private static boolean isAnswerless(Span span) {
        boolean sends = span.kind() == SpanKind.SPAN_KIND_PRODUCER || CallTarget.isCall(span);
        boolean queue = span.attribute("messaging.system").isPresent();
        return CallTarget.isCall(span) && CallTarget.isDatabase(span) || sends && queue || CallTarget.isCloudApi(span);
    }
}
