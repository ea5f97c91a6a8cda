package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The kind of work that a span does, without what differs from call to call: spans of the same operation are counted
 * together.
 *
 * @param what the form of the span's statement, where it has one, else the template of its name
 */
public record Operation(String service, SpanKind kind, String what) {

    /** The attributes that name what a call reads or writes; the databases and the years have names of their own. */
    private static final List<String> COLLECTIONS = List.of(
            "db.collection.name",
            "db.mongodb.collection",
            "db.sql.table",
            "db.cassandra.table",
            "db.cosmosdb.container",
            "db.elasticsearch.path_parts.index",
            "db.operation.parameter.index",
            "aws.dynamodb.table_names");

    private static final int LONGEST_PART = 60;

    public static Operation of(Span span) {
        String what = span.statement().map(text -> form(span, text)).orElseGet(() -> named(span));
        return new Operation(span.service(), span.kind(), what);
    }

    /** The filter that a document database is sent names neither its collection nor what is done with it. */
    private static String form(Span span, String statement) {
        String database = span.database().orElse("");
        String form = before(collection(span), Statement.normalised(database, statement));
        Optional<String> verb = span.attribute("db.operation.name", "db.operation");
        return Statement.isDocument(database) ? before(verb, form) : form;
    }

    /** A name such as SELECT, without a statement, may be the same for every table. */
    private static String named(Span span) {
        String template = SpanNameTemplate.of(span.name());
        return span.database().isEmpty()
                ? template
                : missing(collection(span), template)
                        .map(collection -> template + " " + collection)
                        .orElse(template);
    }

    private static Optional<String> collection(Span span) {
        return COLLECTIONS.stream().flatMap(key -> span.attribute(key).stream()).findFirst();
    }

    private static String before(Optional<String> part, String form) {
        return missing(part, form).map(text -> text + " " + form).orElse(form);
    }

    /** Returns the part, where the text does not have it already. */
    private static Optional<String> missing(Optional<String> part, String text) {
        return part.map(String::strip)
                .filter(some -> !some.isEmpty())
                .map(some -> some.substring(0, Math.min(some.length(), LONGEST_PART)))
                .filter(some -> !text.toLowerCase(Locale.ROOT).contains(some.toLowerCase(Locale.ROOT)));
    }
}
