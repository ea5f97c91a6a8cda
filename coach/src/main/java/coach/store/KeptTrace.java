package coach.store;

import coach.trace.Origin;
import coach.trace.Span;
import coach.trace.Trace;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A trace as the store keeps it: each span encoded, which takes a fifth of the memory that its objects would.
 *
 * <p>Not safe for several threads by itself.
 */
final class KeptTrace {

    /** What a span costs beside its encoded form: the record, the array's head and its place in the list. */
    private static final int OVERHEAD = 48;

    private record KeptSpan(byte[] said, Origin origin) {}

    private final String id;
    private final long place;
    private final List<KeptSpan> spans = new ArrayList<>(4);
    private final Set<Origin> origins = new HashSet<>(2);
    private long bytes;
    private long lastArrival;

    /** @param place which of all traces it was to arrive, counted from the store's beginning */
    KeptTrace(String id, long place) {
        this.id = id;
        this.place = place;
    }

    static long bytesOf(byte[] said) {
        return said.length + OVERHEAD;
    }

    void add(byte[] said, Origin origin, long arrivedNanos) {
        spans.add(new KeptSpan(said, origin));
        bytes += bytesOf(said);
        if (origins.add(origin)) {
            // Shared with other traces, and counted for each: to err on the safe side.
            bytes += origin.resource().getSerializedSize() + origin.scope().getSerializedSize();
        }
        lastArrival = arrivedNanos;
    }

    int size() {
        return spans.size();
    }

    long bytes() {
        return bytes;
    }

    long place() {
        return place;
    }

    /** When it last grew, on {@link System#nanoTime}'s clock. */
    long lastArrival() {
        return lastArrival;
    }

    /** As it stands now; it may grow on meanwhile without touching what this returns. */
    Snapshot snapshot() {
        return new Snapshot(id, List.copyOf(spans));
    }

    /** What a trace was at one moment, still encoded. */
    static final class Snapshot {

        private final String id;
        private final List<KeptSpan> spans;

        private Snapshot(String id, List<KeptSpan> spans) {
            this.id = id;
            this.spans = spans;
        }

        Trace decoded() {
            return new Trace(id, spans.stream().map(Snapshot::decoded).toList());
        }

        private static Span decoded(KeptSpan kept) {
            try {
                return new Span(io.opentelemetry.proto.trace.v1.Span.parseFrom(kept.said()), kept.origin());
            } catch (InvalidProtocolBufferException e) {
                throw new IllegalStateException("a span that the store encoded itself", e);
            }
        }
    }
}
