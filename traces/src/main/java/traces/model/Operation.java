package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;

/**
 * What a span does, without what differs from call to call: spans of the same operation are counted together.
 *
 * @param what its normalised statement, where it has one, else its name
 */
public record Operation(String service, SpanKind kind, String what) {

    public static Operation of(Span span) {
        String what = span.statement()
                .map(text -> Statement.normalised(span.database().orElse(""), text))
                .orElse(span.name());
        return new Operation(span.service(), span.kind(), what);
    }
}
