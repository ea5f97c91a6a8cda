package coach.store;

import coach.trace.Origin;
import coach.trace.Span;
import coach.trace.Trace;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.Set;

/** What a trace was at one moment, still encoded: most searches can tell from the outside that it isn't theirs. */
public final class EncodedTrace {

    /** A span in OTLP's form. */
    record EncodedSpan(byte[] said, Origin origin) {}

    private final String id;
    private final List<EncodedSpan> spans;
    private final Set<Origin> origins;
    private final long latestStart;

    EncodedTrace(String id, List<EncodedSpan> spans, Set<Origin> origins, long latestStart) {
        this.id = id;
        this.spans = List.copyOf(spans);
        this.origins = Set.copyOf(origins);
        this.latestStart = latestStart;
    }

    /** Who made its spans. */
    public Set<Origin> origins() {
        return origins;
    }

    /** When the last of its spans to start did so, in nanoseconds since 1970, unsigned; 0 where none says. */
    public long latestStart() {
        return latestStart;
    }

    public Trace decoded() {
        return new Trace(id, spans.stream().map(EncodedTrace::decoded).toList());
    }

    private static Span decoded(EncodedSpan span) {
        try {
            return new Span(io.opentelemetry.proto.trace.v1.Span.parseFrom(span.said()), span.origin());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a span that the store encoded itself", e);
        }
    }
}
