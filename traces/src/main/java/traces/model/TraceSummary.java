package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Optional;

/**
 * A trace in a line, for lists. The store's API sends it as JSON, so the names of its components are that API's.
 *
 * @param id 32 hex digits
 * @param startNanos since 1970
 * @param rootService that of its root, or where that hasn't arrived, of the first span that has; never empty
 * @param rootName that span's name; empty where it was given none
 * @param durationNanos from the first start to the last end
 * @param spans how many have arrived, each counted once
 * @param errors how many of them failed
 * @param services in the order of the tree
 * @param request what its first SERVER span was asked for: its path, or else its name; empty without such a span
 * @param whole whether its root has arrived, and with it every span's parent
 */
public record TraceSummary(
        String id,
        long startNanos,
        String rootService,
        String rootName,
        long durationNanos,
        int spans,
        int errors,
        List<String> services,
        String request,
        boolean whole) {

    public TraceSummary {
        services = List.copyOf(services);
    }

    public static TraceSummary of(TraceTree tree) {
        List<Span> spans = tree.nodes().stream()
                .map(TraceNode::span)
                .flatMap(Optional::stream)
                .toList();
        Span first = tree.root().span().orElse(spans.get(0));
        return new TraceSummary(
                tree.trace().id(),
                tree.start(),
                first.service(),
                first.name(),
                tree.duration(),
                spans.size(),
                (int) spans.stream().filter(Span::isError).count(),
                spans.stream().map(Span::service).distinct().toList(),
                request(spans),
                tree.isWhole());
    }

    private static String request(List<Span> spans) {
        return spans.stream()
                .filter(span -> span.kind() == SpanKind.SPAN_KIND_SERVER)
                .findFirst()
                .map(span -> span.attribute("url.path", "http.target").orElse(span.name()))
                .orElse("");
    }
}
