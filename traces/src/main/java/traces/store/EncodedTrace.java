package traces.store;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import traces.model.Span;
import traces.model.SpanOrigin;
import traces.model.Trace;

/** What a trace was at one moment, still encoded: most searches can tell from the outside that it isn't theirs. */
public final class EncodedTrace {

    /**
     * A span in OTLP's form.
     *
     * @param startMillis since 1970
     */
    record EncodedSpan(byte[] said, EncodedOrigin origin, long startMillis) {}

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

    /** Who made its spans. */
    public List<SpanOrigin> origins() {
        return origins.stream().map(EncodedOrigin::decoded).toList();
    }

    /** How many spans it has. */
    int size() {
        return spans.size();
    }

    /** When the last of its spans that started until then did so, in milliseconds since 1970; negative when none did. */
    public long latestStart(long untilMillis) {
        return spans.stream()
                .mapToLong(EncodedSpan::startMillis)
                .filter(start -> start <= untilMillis)
                .max()
                .orElse(-1);
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
            return new Span(io.opentelemetry.proto.trace.v1.Span.parseFrom(span.said()), origin);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a span that the store encoded itself", e);
        }
    }
}
