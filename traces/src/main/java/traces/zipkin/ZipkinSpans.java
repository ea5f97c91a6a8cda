package traces.zipkin;

import java.util.List;
import java.util.Optional;
import traces.model.Span;
import traces.model.Trace;

/**
 * Converts spans into Zipkin's form, by OpenTelemetry's rules.
 *
 * <p>Every span can be converted: values that Zipkin cannot hold are left out, and so are links and the trace state.
 */
public final class ZipkinSpans {

    private static final int SPAN_ID_DIGITS = 16;

    private ZipkinSpans() {}

    /** Converts the spans of a trace; a span that arrived twice is converted once, and of equal forms one is kept. */
    public static List<zipkin2.Span> of(Trace trace) {
        return trace.spans().stream()
                .distinct()
                .map(ZipkinSpans::of)
                .map(SpanIdentity::new)
                .distinct()
                .map(SpanIdentity::span)
                .toList();
    }

    /** @param span its trace id and span id are not zero; the store refuses others */
    public static zipkin2.Span of(Span span) {
        zipkin2.Span.Builder zipkin = zipkin2.Span.newBuilder()
                .traceId(span.traceId())
                .parentId(parentId(span).orElse(null))
                .id(span.id())
                .kind(kind(span))
                .name(span.name())
                .localEndpoint(ZipkinEndpoints.local(span))
                .remoteEndpoint(ZipkinEndpoints.remote(span));
        Microseconds.addTimes(span, zipkin);
        ZipkinTags.of(span).forEach(zipkin::putTag);
        ZipkinAnnotations.add(span, zipkin);
        return zipkin.build();
    }

    /** Returns the parent's id; none where it is longer than the id of a span can be. */
    private static Optional<String> parentId(Span span) {
        return span.parentId().filter(id -> id.length() <= SPAN_ID_DIGITS);
    }

    private static zipkin2.Span.Kind kind(Span span) {
        return switch (span.kind()) {
            case SPAN_KIND_CLIENT -> zipkin2.Span.Kind.CLIENT;
            case SPAN_KIND_SERVER -> zipkin2.Span.Kind.SERVER;
            case SPAN_KIND_PRODUCER -> zipkin2.Span.Kind.PRODUCER;
            case SPAN_KIND_CONSUMER -> zipkin2.Span.Kind.CONSUMER;
            case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> null;
        };
    }
}
