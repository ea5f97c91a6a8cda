package coach.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes spans for tests: {@code SampleSpan.named("GET /beers").id(1).server().at(0, 100).span()}.
 *
 * <p>Unless told otherwise a span is of trace 1 and service beer-donut-app, INTERNAL, and lasts from 0 to 1 ms.
 */
public final class SampleSpan {

    /** 2026-11-21T12:00:00Z; the times of {@link #at} count from here. */
    public static final long NOON = 1_795_262_400_000_000_000L;

    private static final long MILLI = 1_000_000;

    private final io.opentelemetry.proto.trace.v1.Span.Builder said = io.opentelemetry.proto.trace.v1.Span.newBuilder();
    private String service = "beer-donut-app";
    private String instance = "";

    private SampleSpan(String name) {
        said.setName(name).setKind(SpanKind.SPAN_KIND_INTERNAL);
        trace(1).id(1).at(0, 1);
    }

    public static SampleSpan named(String name) {
        return new SampleSpan(name);
    }

    public SampleSpan trace(long number) {
        said.setTraceId(id(number, 16));
        return this;
    }

    public SampleSpan id(long number) {
        said.setSpanId(id(number, 8));
        return this;
    }

    public SampleSpan under(long parent) {
        said.setParentSpanId(id(parent, 8));
        return this;
    }

    public SampleSpan of(String name) {
        service = name;
        return this;
    }

    /** One run of its service of several. */
    public SampleSpan instance(String name) {
        instance = name;
        return this;
    }

    public SampleSpan server() {
        return kind(SpanKind.SPAN_KIND_SERVER);
    }

    public SampleSpan client() {
        return kind(SpanKind.SPAN_KIND_CLIENT);
    }

    public SampleSpan kind(SpanKind kind) {
        said.setKind(kind);
        return this;
    }

    /** A call to the database. */
    public SampleSpan statement(String sql) {
        return client().attribute("db.system", "h2").attribute("db.statement", sql);
    }

    /** @param startMillis @param endMillis after noon */
    public SampleSpan at(double startMillis, double endMillis) {
        return atNanos(NOON + (long) (startMillis * MILLI), NOON + (long) (endMillis * MILLI));
    }

    /** @param start @param end since 1970 */
    public SampleSpan atNanos(long start, long end) {
        said.setStartTimeUnixNano(start).setEndTimeUnixNano(end);
        return this;
    }

    public SampleSpan failed() {
        return failed("");
    }

    /** With a status message. */
    public SampleSpan failed(String why) {
        said.setStatus(Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR).setMessage(why));
        return this;
    }

    /** Failed with an exception, as an SDK records it. */
    public SampleSpan threw(String type, String message) {
        said.addEvents(Event.newBuilder()
                .setName("exception")
                .addAttributes(attributeOf("exception.type", type))
                .addAttributes(attributeOf("exception.message", message)));
        return failed();
    }

    public SampleSpan attribute(String key, String value) {
        said.addAttributes(attributeOf(key, value));
        return this;
    }

    /** Whatever else it says. */
    public SampleSpan saying(Consumer<io.opentelemetry.proto.trace.v1.Span.Builder> more) {
        more.accept(said);
        return this;
    }

    public Span span() {
        Resource.Builder resource = Resource.newBuilder().addAttributes(attributeOf("service.name", service));
        if (!instance.isEmpty()) {
            resource.addAttributes(attributeOf("service.instance.id", instance));
        }
        InstrumentationScope scope =
                InstrumentationScope.newBuilder().setName("sample").build();
        return new Span(said.build(), new SpanOrigin(resource.build(), "", scope, ""));
    }

    /** The tree of these spans. */
    public static TraceTree tree(SampleSpan... spans) {
        return TraceTree.of(trace(spans));
    }

    public static Trace trace(SampleSpan... spans) {
        return trace(Arrays.stream(spans).map(SampleSpan::span).toList());
    }

    public static Trace trace(List<Span> spans) {
        return new Trace(spans.get(0).traceId(), spans);
    }

    /** 1 -> 0000000000000001, or twice as long for a trace's */
    public static String hex(long number, int bytes) {
        return HexFormat.of().formatHex(id(number, bytes).toByteArray());
    }

    private static ByteString id(long number, int bytes) {
        byte[] id = new byte[bytes];
        for (int i = 0; i < Long.BYTES; i++) {
            id[bytes - 1 - i] = (byte) (number >>> (8 * i));
        }
        return ByteString.copyFrom(id);
    }

    private static KeyValue attributeOf(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
