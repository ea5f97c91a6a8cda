package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import traces.model.Span;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.store.TraceStore;

/** The place in a trace where the app calls the score service. */
record Border(TraceNode server) {

    /** Where the score service's SERVER spans are, in this one trace. */
    static List<Border> in(TraceTree tree) {
        return tree.nodes().stream()
                .filter(node -> node.span().stream()
                        .anyMatch(span -> is(span, CompiledServices.SCORES, SpanKind.SPAN_KIND_SERVER)))
                .map(Border::new)
                .toList();
    }

    /** Of the request's own trace; fails when there is not exactly one, or when it hangs from no span of the app. */
    static Border only(Optional<TraceTree> tree, String asked) {
        assertThat(tree).withFailMessage(() -> """
                        %s was sent with a traceparent, but no span came with its trace id.
                        Whoever is asked as part of a trace goes on with it: see otel.propagators, where the app reads the header.""".formatted(asked)).isPresent();
        List<Border> borders = in(tree.get());
        assertThat(borders)
                .withFailMessage(() ->
                        """
                        In the trace of %s one SERVER span of the score service was expected, but there are %d.
                        Its services are: %s. What does the app send, and which headers does the score service read?""".formatted(asked, borders.size(), tree.get().trace().services()))
                .hasSize(1);
        return borders.get(0);
    }

    /** The span of the app from which the score service's hangs; none where that never arrived. */
    Optional<Span> caller() {
        return server.parent()
                .flatMap(TraceNode::span)
                .filter(span -> span.service().equals(CompiledServices.APP));
    }

    boolean hangsFromTheCall() {
        return caller().stream().anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_CLIENT);
    }

    /** What the score service was asked: {@code beer=saison}. */
    String query() {
        return server.span()
                .flatMap(span -> span.attribute("url.query", "http.target"))
                .orElse("");
    }

    /** Waits until both sides of it are in all of these traces, or no more spans come; a busy service is slow to send. */
    static void await(TraceStore store, List<String> traceIds, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<String> missing = new HashSet<>(traceIds);
        long growths = store.growths();
        missing.removeIf(id -> isWhole(store, id));
        while (!missing.isEmpty() && System.nanoTime() < deadline) {
            long grown = awaitGrowth(store, growths);
            deadline = grown > growths ? System.nanoTime() + patience.toNanos() : deadline;
            growths = grown;
            missing.removeIf(id -> isWhole(store, id));
        }
    }

    private static boolean isWhole(TraceStore store, String traceId) {
        return store.find(traceId).map(TraceTree::of).map(Border::in).stream()
                .flatMap(List::stream)
                .anyMatch(border -> border.caller().isPresent());
    }

    private static long awaitGrowth(TraceStore store, long growths) {
        try {
            return store.awaitGrowth(growths, Duration.ofMillis(200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for spans", e);
        }
    }

    private static boolean is(Span span, String service, SpanKind kind) {
        return span.service().equals(service) && span.kind() == kind;
    }
}
