package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Locale;

/**
 * The kind of work that a span does, without what differs from call to call: spans of the same operation are counted
 * together.
 *
 * @param what the form of the span's statement, where it has one, else its name
 */
public record Operation(String service, SpanKind kind, String what) {

    public static Operation of(Span span) {
        String what = span.statement().map(text -> form(span, text)).orElse(span.name());
        return new Operation(span.service(), span.kind(), what);
    }

    /** The filter that a document database is sent does not name its collection, so that goes before it. */
    private static String form(Span span, String statement) {
        String form = Statement.normalised(span.database().orElse(""), statement);
        return span.attribute("db.collection.name", "db.mongodb.collection")
                .filter(collection -> !form.toLowerCase(Locale.ROOT).contains(collection.toLowerCase(Locale.ROOT)))
                .map(collection -> collection + " " + form)
                .orElse(form);
    }
}
