package traces.model;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A span as it arrived in OTLP, with its origin.
 *
 * <p>Its ids are lower-case hex, its times nanoseconds since 1970. A span may be nonsense: it may end before it starts,
 * name itself as its parent, or have no name.
 */
public record Span(io.opentelemetry.proto.trace.v1.Span proto, SpanOrigin origin) {

    /** Returns 32 hex digits. */
    public String traceId() {
        return hex(proto.getTraceId());
    }

    /** Returns 16 hex digits. */
    public String id() {
        return hex(proto.getSpanId());
    }

    /** Returns 16 hex digits; none for a root. */
    public Optional<String> parentId() {
        return isZero(proto.getParentSpanId()) ? Optional.empty() : Optional.of(hex(proto.getParentSpanId()));
    }

    /** Returns the name; empty where the span has none. */
    public String name() {
        return proto.getName();
    }

    public SpanKind kind() {
        return proto.getKind();
    }

    public String service() {
        return origin.service();
    }

    /** Returns nanoseconds since 1970, never negative. */
    public long start() {
        return time(proto.getStartTimeUnixNano());
    }

    /** Returns nanoseconds; 0 for a span that ends before it starts. */
    public long duration() {
        return Math.max(0, time(proto.getEndTimeUnixNano()) - start());
    }

    public boolean endsBeforeItStarts() {
        return Long.compareUnsigned(proto.getEndTimeUnixNano(), proto.getStartTimeUnixNano()) < 0;
    }

    public boolean isError() {
        return proto.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR;
    }

    public Optional<String> attribute(String key) {
        return AttributeText.find(proto.getAttributesList(), key);
    }

    /** Returns the value of the first attribute, else of the second: names change with the semantic conventions. */
    public Optional<String> attribute(String key, String olderKey) {
        return attribute(key).or(() -> attribute(olderKey));
    }

    /** Returns the statement that the span sent to a database or to Redis. */
    public Optional<String> statement() {
        return attribute("db.query.text", "db.statement").filter(text -> !text.isBlank());
    }

    /** Returns the kind of database that the span called, such as {@code h2} or {@code redis}. */
    public Optional<String> database() {
        return attribute("db.system.name", "db.system");
    }

    /**
     * OTLP's times are unsigned; a time after the year 2262 is nonsense, and is set to that year, so that no sum
     * overflows.
     */
    private static long time(long nanos) {
        return nanos < 0 ? Long.MAX_VALUE : nanos;
    }

    static boolean isZero(ByteString id) {
        for (int i = 0; i < id.size(); i++) {
            if (id.byteAt(i) != 0) {
                return false;
            }
        }
        return true;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
