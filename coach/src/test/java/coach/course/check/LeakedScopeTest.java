package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import traces.store.TraceStore;

class LeakedScopeTest {

    private static final String EARLIER = "0000000000000000000000000000beef";

    private final TraceStore store = new TraceStore();

    /**
     * <pre>
     *   GET /beer/{name}   ████
     *   └─ query beer       ██
     *      └─ query beer          ██   of the next request
     * </pre>
     */
    @Test
    void namesTheEarlierRequest_whoseTraceGoesOnWhenItIsOver() throws IOException {
        arrive(span(1, SpanKind.SPAN_KIND_SERVER, 0, 40), span(2, SpanKind.SPAN_KIND_INTERNAL, 10, 30));
        arrive(span(3, SpanKind.SPAN_KIND_INTERNAL, 60, 80));

        assertThat(new LeakedScope(store).sentence(reply(), 50))
                .hasValue(
                        ("GET /beer/gose is in no trace of its own: it hangs in the trace of an earlier request, %s.%n%s")
                                .formatted(EARLIER, LeakedScope.REPAIR));
    }

    @Test
    void saysNothing_whereEachRequestIsOverLast() throws IOException {
        arrive(span(1, SpanKind.SPAN_KIND_SERVER, 0, 40), span(2, SpanKind.SPAN_KIND_INTERNAL, 10, 40));

        assertThat(new LeakedScope(store).sentence(reply(), 50)).isEmpty();
    }

    /** While the app starts it traces its statements, and no request. */
    @Test
    void saysNothing_ofTracesWithoutARequest() throws IOException {
        arrive(span(1, SpanKind.SPAN_KIND_INTERNAL, 0, 10), span(2, SpanKind.SPAN_KIND_INTERNAL, 20, 30));

        assertThat(new LeakedScope(store).sentence(reply(), 50)).isEmpty();
    }

    private static ServiceReply reply() throws IOException {
        try (FakeTestBar bar = new FakeTestBar()) {
            return bar.get("/beer/gose");
        }
    }

    private void arrive(Span... spans) {
        KeyValue app = KeyValue.newBuilder()
                .setKey("service.name")
                .setValue(AnyValue.newBuilder().setStringValue("beer-donut-app"))
                .build();
        store.add(List.of(ResourceSpans.newBuilder()
                .setResource(Resource.newBuilder().addAttributes(app))
                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(Arrays.asList(spans)))
                .build()));
    }

    private static Span span(int id, SpanKind kind, long start, long end) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(EARLIER)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex("%016x".formatted(id))))
                .setName("span " + id)
                .setKind(kind)
                .setStartTimeUnixNano(start)
                .setEndTimeUnixNano(end)
                .build();
    }
}
