package traces.store;

import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/**
 * Recognises a browser's own request for {@code /favicon.ico}: after each page that a person opens it would be the newest
 * trace, and the person is looking for the page's.
 */
final class IconRequest {

    private static final String PATH = "/favicon.ico";

    private IconRequest() {}

    /** Tells whether this is the root span of such a request; {@code http.target} is the attribute's older name. */
    static boolean is(Span span) {
        return span.getParentSpanId().isEmpty()
                && span.getKind() == SpanKind.SPAN_KIND_SERVER
                && span.getAttributesList().stream()
                        .anyMatch(attribute -> (attribute.getKey().equals("url.path")
                                        || attribute.getKey().equals("http.target"))
                                && attribute.getValue().getStringValue().equals(PATH));
    }
}
