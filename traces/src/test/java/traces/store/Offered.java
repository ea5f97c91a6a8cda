package traces.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.HexFormat;
import java.util.List;
import traces.model.SampleSpan;

/** Spans as the receiver offers them to the store. */
final class Offered {

    private Offered() {}

    static List<ResourceSpans> offered(SampleSpan... spans) {
        return SampleSpan.trace(spans).toOtlp().getResourceSpansList();
    }

    /** @param traceId @param spanId in hex, of any length */
    static ResourceSpans withIds(String traceId, String spanId) {
        ResourceSpans.Builder spans = offered(SampleSpan.named("GET /beers")).get(0).toBuilder();
        spans.getScopeSpansBuilder(0)
                .getSpansBuilder(0)
                .setTraceId(bytes(traceId))
                .setSpanId(bytes(spanId));
        return spans.build();
    }

    private static ByteString bytes(String hex) {
        return ByteString.copyFrom(HexFormat.of().parseHex(hex));
    }
}
