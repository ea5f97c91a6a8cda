package traces.comparison;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import traces.model.Span;
import traces.model.SpanNameTemplate;

/**
 * Names the kind of a span's work: {@code SELECT} or {@code Redis GET} for calls of databases, else the span's kind and
 * name, such as {@code SERVER GET /match}.
 */
final class WorkKind {

    private static final Pattern VERB = Pattern.compile("\\(*+([A-Za-z]{1,20})");

    /** The verb is looked for here only, because a statement may be a megabyte. */
    private static final int BEGINNING = 1_000;

    private static final int LONGEST_VERB = 60;

    private WorkKind() {}

    static String of(Span span) {
        String verb = verb(span);
        if (verb.isEmpty()) {
            return (kind(span.kind()) + " " + ComparisonRow.name(SpanNameTemplate.of(span.name()))).strip();
        }
        return span.database().filter("redis"::equals).isPresent() ? "Redis " + verb : verb;
    }

    static String kind(SpanKind kind) {
        boolean known = kind != SpanKind.UNRECOGNIZED && kind != SpanKind.SPAN_KIND_UNSPECIFIED;
        return known ? kind.name().replace("SPAN_KIND_", "") : "";
    }

    private static String verb(Span span) {
        String verb = span.statement().map(WorkKind::firstWord).orElse("");
        if (!verb.isEmpty() || span.database().isEmpty()) {
            return verb;
        }
        return span.attribute("db.operation.name", "db.operation")
                .map(name -> name.substring(0, Math.min(name.length(), LONGEST_VERB)))
                .map(name -> name.strip().toUpperCase(Locale.ROOT))
                .orElse("");
    }

    // "/* all of them */ (select * from item)" -> SELECT
    private static String firstWord(String statement) {
        String text =
                statement.substring(0, Math.min(statement.length(), BEGINNING)).strip();
        while (text.startsWith("/*") && text.contains("*/")) {
            text = text.substring(text.indexOf("*/") + 2).strip();
        }
        Matcher verb = VERB.matcher(text);
        return verb.lookingAt() ? verb.group(1).toUpperCase(Locale.ROOT) : "";
    }
}
