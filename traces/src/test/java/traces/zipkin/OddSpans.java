package traces.zipkin;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span.Event;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import traces.model.Span;
import traces.model.SpanOrigin;
import traces.model.Trace;

/** Makes traces by chance, the same ones for the same seed, of which many are odd in some field. */
final class OddSpans {

    private static final List<String> SERVICES = List.of("beer-donut-app", "Score-Service", "menu", "");
    private static final List<String> NAMES =
            List.of("GET /pair/beer", "get", "SELECT donut", "", "<b>\u202e\"\\\n\u0000\u2028</b>");
    private static final List<String> KEYS = List.of(
            "peer.service", "server.address", "network.peer.address", "network.peer.port", "error", "beer", "", "é");
    private static final List<String> VALUES = List.of(
            "ipa",
            "Score-Service",
            "false",
            "::1",
            "::ffff:1.2.3.4",
            "999.1",
            "fe80::1%a",
            "8081",
            "",
            "\u001b[31m",
            "x".repeat(3_000));
    private static final long[] TIMES = {0, 1, 999, 1_000, Long.MAX_VALUE, Long.MIN_VALUE, -1};

    private static final int MOST_SPANS = 6;
    private static final int MOST_ATTRIBUTES = 4;
    private static final int ODDITY = 8;
    private static final long SECOND = 1_000_000_000;

    private final Random random;

    OddSpans(long seed) {
        this.random = new Random(seed);
    }

    /** @param end when the last of them starts, in nanoseconds; each of the others starts a second before the next */
    List<Trace> traces(int count, long end) {
        return IntStream.range(0, count)
                .mapToObj(i -> trace(i + 1, end - (count - 1 - i) * SECOND))
                .toList();
    }

    private Trace trace(int number, long start) {
        byte[] id = new byte[16];
        random.nextBytes(id);
        id[14] = (byte) (number >> 8);
        id[15] = (byte) number;
        if (isOdd()) {
            Arrays.fill(id, 0, 8, (byte) 0);
        }
        List<Span> spans = IntStream.rangeClosed(1, 1 + random.nextInt(MOST_SPANS))
                .mapToObj(span -> span(ByteString.copyFrom(id), span, start + span * 1_000L))
                .toList();
        return new Trace(spans.get(0).traceId(), spans);
    }

    private Span span(ByteString traceId, int number, long start) {
        io.opentelemetry.proto.trace.v1.Span.Builder span = io.opentelemetry.proto.trace.v1.Span.newBuilder()
                .setTraceId(traceId)
                .setSpanId(id(number))
                .setKindValue(random.nextInt(7))
                .setName(any(NAMES))
                .setStartTimeUnixNano(isOdd() ? oddTime() : start)
                .setEndTimeUnixNano(isOdd() ? oddTime() : start + random.nextInt((int) SECOND))
                .setStatus(Status.newBuilder().setCodeValue(random.nextInt(4)).setMessage(any(VALUES)));
        if (number > 1) {
            span.setParentSpanId(isOdd() ? ByteString.copyFrom(new byte[random.nextInt(12)]) : id(random.nextInt(9)));
        }
        attributes().forEach(span::addAttributes);
        for (int i = random.nextInt(3); i > 0; i--) {
            span.addEvents(Event.newBuilder()
                    .setName(any(NAMES))
                    .setTimeUnixNano(isOdd() ? oddTime() : start)
                    .addAllAttributes(attributes().toList()));
        }
        return new Span(span.build(), origin());
    }

    private SpanOrigin origin() {
        Resource resource = Resource.newBuilder()
                .addAttributes(attribute("service.name", any(SERVICES)))
                .build();
        return new SpanOrigin(
                resource,
                "",
                InstrumentationScope.newBuilder().setName(any(NAMES)).build(),
                "");
    }

    private Stream<KeyValue> attributes() {
        return random.ints(random.nextInt(MOST_ATTRIBUTES)).mapToObj(i -> attribute(any(KEYS), any(VALUES)));
    }

    private KeyValue attribute(String key, String value) {
        AnyValue text = AnyValue.newBuilder().setStringValue(value).build();
        AnyValue.Builder list =
                AnyValue.newBuilder().setArrayValue(ArrayValue.newBuilder().addValues(text));
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(isOdd() ? list.build() : text)
                .build();
    }

    private static ByteString id(int number) {
        return ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) number});
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private long oddTime() {
        return TIMES[random.nextInt(TIMES.length)];
    }

    private boolean isOdd() {
        return random.nextInt(ODDITY) == 0;
    }
}
