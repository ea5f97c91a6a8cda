package traces.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import zipkin2.Endpoint;
import zipkin2.codec.SpanBytesDecoder;

/** Reads a span in the second version of Zipkin's JSON, the one that its libraries send and its pages save. */
final class ZipkinSpanReader {

    private static final int TRACE_ID_DIGITS = 32;
    private static final long NANOS_OF_MICRO = 1_000;

    /** The tag that Zipkin's libraries give a query; the attributes of OpenTelemetry that say the same are looked at. */
    private static final String SQL = "sql.query";

    private static final String ERROR = "error";

    private final zipkin2.Span zipkin;
    private final Span.Builder span = Span.newBuilder();

    private ZipkinSpanReader(zipkin2.Span zipkin) {
        this.zipkin = zipkin;
    }

    /** @throws InvalidOtlp when an id or a value is none that Zipkin would take */
    static ResourceSpans read(byte[] json) throws InvalidOtlp {
        try {
            return new ZipkinSpanReader(SpanBytesDecoder.JSON_V2.decodeOne(json)).read();
        } catch (IllegalArgumentException e) {
            throw new InvalidOtlp("", "It holds a span of Zipkin's that cannot be read: " + e.getMessage(), e);
        }
    }

    private ResourceSpans read() {
        span.setTraceId(bytes("0".repeat(TRACE_ID_DIGITS - zipkin.traceId().length()) + zipkin.traceId()))
                .setSpanId(bytes(zipkin.id()))
                .setName(text(zipkin.name()))
                .setKind(kind());
        if (zipkin.parentId() != null) {
            span.setParentSpanId(bytes(zipkin.parentId()));
        }
        addTimes();
        addPeer();
        zipkin.tags().forEach(this::addTag);
        zipkin.annotations()
                .forEach(said -> span.addEvents(Event.newBuilder()
                        .setTimeUnixNano(nanos(said.timestamp()))
                        .setName(said.value())));
        Resource service = Resource.newBuilder()
                .addAttributes(attribute("service.name", text(zipkin.localServiceName())))
                .build();
        return ResourceSpans.newBuilder()
                .setResource(service)
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span))
                .build();
    }

    private SpanKind kind() {
        return zipkin.kind() == null
                ? SpanKind.SPAN_KIND_INTERNAL
                : SpanKind.valueOf("SPAN_KIND_" + zipkin.kind().name());
    }

    /** A span that has not ended has no duration, and gets no end; and where there is no start, a duration says none. */
    private void addTimes() {
        long start = zipkin.timestampAsLong();
        long duration = zipkin.durationAsLong();
        span.setStartTimeUnixNano(nanos(start));
        if (start > 0 && duration > 0) {
            span.setEndTimeUnixNano(nanos(start + duration));
        }
    }

    /** Of an answer, the other side is whoever asked, which no finding needs. */
    private void addPeer() {
        Endpoint peer = zipkin.remoteEndpoint();
        if (peer == null || zipkin.kind() == zipkin2.Span.Kind.SERVER) {
            return;
        }
        add("peer.service", peer.serviceName());
        add("network.peer.address", peer.ipv4() == null ? peer.ipv6() : peer.ipv4());
        add("network.peer.port", peer.port() == null ? null : peer.port().toString());
    }

    private void addTag(String key, String value) {
        if (key.equals(ERROR)) {
            span.setStatus(Status.newBuilder()
                    .setCode(StatusCode.STATUS_CODE_ERROR)
                    .setMessage(value.equals("true") ? "" : value));
        } else if (key.equals(SQL)) {
            add("db.query.text", value);
            add("db.system.name", "other_sql");
        } else {
            add(key, value);
        }
    }

    private void add(String key, String value) {
        if (value != null) {
            span.addAttributes(attribute(key, value));
        }
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    /** A time that is too late for nanoseconds is the latest: the tree says of it what is wrong. */
    private static long nanos(long micros) {
        return micros > Long.MAX_VALUE / NANOS_OF_MICRO ? Long.MAX_VALUE : micros * NANOS_OF_MICRO;
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }

    private static String text(String orNull) {
        return orNull == null ? "" : orNull;
    }
}
