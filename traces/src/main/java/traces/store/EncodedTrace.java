package traces.store;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.UnknownFieldSet.Field;
import com.google.protobuf.UnsafeByteOperations;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import traces.model.Span;
import traces.model.SpanOrigin;
import traces.model.Trace;

/** A snapshot of a trace, still encoded: it is sent on as it is, and most searches need not decode it. */
public final class EncodedTrace {

    /**
     * A span in OTLP's form.
     *
     * @param startMillis since 1970
     */
    record EncodedSpan(byte[] proto, EncodedOrigin origin, long startMillis) {}

    private final String id;
    private final List<EncodedSpan> spans;
    private final Set<EncodedOrigin> origins;

    EncodedTrace(String id, List<EncodedSpan> spans, Set<EncodedOrigin> origins) {
        this.id = id;
        this.spans = List.copyOf(spans);
        this.origins = Set.copyOf(origins);
    }

    /** 32 hex digits. */
    public String id() {
        return id;
    }

    /** Returns the origins of its spans. */
    public List<SpanOrigin> origins() {
        return origins.stream().map(EncodedOrigin::decoded).toList();
    }

    /** Counts its spans. */
    int size() {
        return spans.size();
    }

    /**
     * Returns the latest start of a span that is not after the given time, in milliseconds since 1970; -1 where there
     * is none.
     */
    public long latestStart(long untilMillis) {
        return spans.stream()
                .mapToLong(EncodedSpan::startMillis)
                .filter(start -> start <= untilMillis)
                .max()
                .orElse(-1);
    }

    /** Writes the trace as OTLP's TracesData, without decoding a span; the spans of one origin are together. */
    byte[] toOtlp() {
        Map<EncodedOrigin, Field.Builder> byOrigin = new LinkedHashMap<>();
        for (EncodedSpan span : spans) {
            byOrigin.computeIfAbsent(span.origin(), origin -> Field.newBuilder())
                    .addLengthDelimited(UnsafeByteOperations.unsafeWrap(span.proto()));
        }
        Field.Builder all = Field.newBuilder();
        byOrigin.forEach((origin, ofOrigin) -> all.addLengthDelimited(origin.resourceSpans(ofOrigin.build())));
        return UnknownFieldSet.newBuilder().addField(1, all.build()).build().toByteArray();
    }

    public Trace decoded() {
        Map<EncodedOrigin, SpanOrigin> decoded = new HashMap<>();
        return new Trace(
                id,
                spans.stream()
                        .map(span -> decoded(span, decoded.computeIfAbsent(span.origin(), EncodedOrigin::decoded)))
                        .toList());
    }

    private static Span decoded(EncodedSpan span, SpanOrigin origin) {
        try {
            return new Span(io.opentelemetry.proto.trace.v1.Span.parseFrom(span.proto()), origin);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a span that the store encoded itself", e);
        }
    }
}
