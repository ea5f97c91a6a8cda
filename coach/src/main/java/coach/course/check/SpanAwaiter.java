package coach.course.check;

import static java.util.stream.Collectors.toSet;

import coach.bar.compiler.CompiledServices;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import traces.model.Span;
import traces.model.Trace;
import traces.store.TraceStore;

/**
 * Waits for the spans of requests that have just been sent.
 *
 * <p>A service sends its spans in the order in which they end. So a request's spans have all arrived when a later one's
 * have, and each has its parent: only then can a test say that a span is missing.
 */
final class SpanAwaiter {

    private static final Duration PATIENCE = Duration.ofSeconds(12);
    /** A request's own span ends after its answer was sent: on a busy machine after the next request's. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(1);

    private final TestBar bar;
    private final TraceStore store;

    SpanAwaiter(TestBar bar) {
        this.bar = bar;
        this.store = bar.bar().traces();
    }

    TracedReply trace(String path) {
        String traceId = ServiceClient.newTraceId();
        List<ServiceReply> reply = new ArrayList<>();
        long sent = now();
        List<Trace> traces = tracesOf(() -> reply.add(bar.app().getTraced(path, traceId)));
        TracedReply traced = new TracedReply(reply.get(0), traceId, traces);
        if (bar.traced() && traced.tree().isEmpty()) {
            refuseLeakedScope(reply.get(0), sent);
        }
        return traced;
    }

    List<Trace> tracesOf(Runnable work) {
        settle();
        Set<String> known = new HashSet<>(store.ids());
        work.run();
        known.addAll(settle());
        hasCome(store.growths(), LAST_MOMENT, () -> tracesBut(known).stream().allMatch(SpanAwaiter::hasParents));
        return tracesBut(known);
    }

    private List<Trace> tracesBut(Set<String> known) {
        return store.ids().stream()
                .filter(id -> !known.contains(id))
                .flatMap(id -> store.find(id).stream())
                .toList();
    }

    /** A SERVER span's parent is the guest's, and never comes; each other span was begun in one that is still to end. */
    private static boolean hasParents(Trace trace) {
        Set<String> ids = trace.spans().stream().map(Span::id).collect(toSet());
        return trace.spans().stream()
                .filter(span -> span.kind() != SpanKind.SPAN_KIND_SERVER)
                .allMatch(span -> span.parentId().map(ids::contains).orElse(true));
    }

    /** Sends a request to each traced service, waits for its span, and gives the ids of these traces. */
    private Set<String> settle() {
        Set<String> ours = new HashSet<>();
        if (!bar.traced()) {
            return ours;
        }
        ours.add(awaitLater(bar.app(), "/", CompiledServices.APP));
        if (bar.withScores()) {
            ours.add(awaitLater(bar.scores(), "/health", CompiledServices.SCORES));
        }
        return ours;
    }

    /** @param path one for which the service asks no other: that would be a trace more, which nobody waits for */
    private String awaitLater(ServiceClient client, String path, String service) {
        String traceId = ServiceClient.newTraceId();
        long growths = store.growths();
        long sent = now();
        // In both formats, as the service may understand only one of them.
        ServiceReply reply = client.get(
                path,
                "traceparent",
                "00-" + traceId + "-" + ServiceClient.SPAN_ID + "-01",
                "X-B3-TraceId",
                traceId,
                "X-B3-SpanId",
                ServiceClient.SPAN_ID,
                "X-B3-Sampled",
                "1");
        if (!hasCome(
                growths, PATIENCE, () -> store.find(traceId).stream().anyMatch(trace -> hasServer(trace, service)))) {
            refuseLeakedScope(reply, sent);
            throw new AssertionError("""
                    No span of %s arrived within %s s after a request, but each should be traced: one SERVER span \
                    that keeps the trace id of the request.
                    Look at %s/otel.properties: the instrumentation of jetty, the exporter's endpoint, the propagators.""".formatted(service, PATIENCE.toSeconds(), service));
        }
        return traceId;
    }

    private void refuseLeakedScope(ServiceReply reply, long sent) {
        new LeakedScope(store).sentence(reply, sent).ifPresent(sentence -> {
            throw new AssertionError(sentence);
        });
    }

    private static long now() {
        return TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    }

    private static boolean hasServer(Trace trace, String service) {
        return trace.spans().stream()
                .anyMatch(span -> span.kind() == SpanKind.SPAN_KIND_SERVER
                        && span.service().equals(service));
    }

    private boolean hasCome(long seen, Duration patience, BooleanSupplier wanted) {
        long deadline = System.nanoTime() + patience.toNanos();
        long growths = seen;
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            growths = awaitGrowth(growths);
        }
        return true;
    }

    private long awaitGrowth(long growths) {
        try {
            return store.awaitGrowth(growths, Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for spans", e);
        }
    }
}
