package coach.course.check;

import coach.bar.compiler.CompiledServices;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import traces.model.Span;
import traces.model.Trace;
import traces.store.TraceStore;

/**
 * A span of the app that is still current on its thread when its request is over. The agent makes no SERVER span for a
 * later request on that thread, and the later one's spans become children of the span that is current.
 */
public final class LeakedScope {

    /** What to do about it. */
    public static final String REPAIR =
            "The scope of that span was never closed: close what makeCurrent() gave you, best with try-with-resources.";

    // 00-<trace id>-<span id>-<flags>
    private static final Pattern TRACE_RESPONSE = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private final TraceStore store;

    LeakedScope(TraceStore store) {
        this.store = store;
    }

    /**
     * Explains why no span of a request is in the trace that it was sent with.
     *
     * @param sent when it was sent, in nanoseconds since 1970
     * @return empty when no scope has leaked
     */
    Optional<String> sentence(ServiceReply reply, long sent) {
        return Stream.concat(named(reply).filter(trace -> beganBefore(sent, trace)), outlivedByTheirSpans())
                .findFirst()
                .map(trace -> "GET %s is in no trace of its own: it hangs in the trace of an earlier request, %s.%n%s"
                        .formatted(reply.whole().request().uri().getPath(), trace.id(), REPAIR));
    }

    /** The trace that the answer itself names. */
    private Stream<Trace> named(ServiceReply reply) {
        String header = reply.header("traceresponse");
        Matcher matcher = TRACE_RESPONSE.matcher(header == null ? "" : header);
        return matcher.matches() ? store.find(matcher.group(1)).stream() : Stream.empty();
    }

    /** A span may end a little after the next request has been sent, but it does not begin then. */
    private static boolean beganBefore(long sent, Trace trace) {
        return requests(trace).anyMatch(request -> request.start() < sent);
    }

    private Stream<Trace> outlivedByTheirSpans() {
        return store.ids().stream()
                .flatMap(id -> store.find(id).stream())
                .filter(trace -> trace.spans().stream()
                        .anyMatch(span -> isOfTheApp(span) && span.start() > endOfRequest(trace)));
    }

    /** When the app had answered the first request of the trace; never, for a trace without one. */
    private static long endOfRequest(Trace trace) {
        return requests(trace)
                .mapToLong(request -> request.start() + request.duration())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static Stream<Span> requests(Trace trace) {
        return trace.spans().stream().filter(span -> isOfTheApp(span) && span.kind() == SpanKind.SPAN_KIND_SERVER);
    }

    private static boolean isOfTheApp(Span span) {
        return span.service().equals(CompiledServices.APP);
    }
}
