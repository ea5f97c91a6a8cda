package traces.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import traces.model.TraceSummary;
import traces.store.EncodedTrace.EncodedSpan;

/**
 * A trace as the store keeps it: each span encoded, which takes a fifth of the memory that its objects would.
 *
 * <p>Not safe for several threads by itself.
 */
final class StoredTrace {

    /** The bytes that a span costs beside its encoded form: the record, the array's head and its place in the list. */
    private static final int OVERHEAD = 56;

    /** The bytes that a trace costs beside its spans: itself, its id, its list and set, and its place among all. */
    private static final int OVERHEAD_OF_TRACE = 400;

    /** The memory that an origin costs beside its bytes. */
    private static final int OVERHEAD_OF_ORIGIN = 200;

    private final String id;
    private final long place;
    private final List<EncodedSpan> spans = new ArrayList<>(4);
    // By identity, which is quick: the cache keeps one of equal origins.
    private final Set<EncodedOrigin> origins = Collections.newSetFromMap(new IdentityHashMap<>(2));
    private long bytes;
    private long lastArrival;
    private TraceSummary summary;

    /** @param place which of all traces it was to arrive, counted from the store's beginning */
    StoredTrace(String id, long place) {
        this.id = id;
        this.place = place;
    }

    /** Returns the bytes by which {@link #bytes()} would grow. */
    long costOf(byte[] proto, EncodedOrigin origin) {
        long cost = proto.length + OVERHEAD;
        if (spans.isEmpty()) {
            cost += OVERHEAD_OF_TRACE;
        }
        // Shared with other traces, and counted for each: to err on the safe side.
        return origins.contains(origin) ? cost : cost + OVERHEAD_OF_ORIGIN + origin.size();
    }

    void add(EncodedSpan span, long arrivedNanos) {
        bytes += costOf(span.proto(), span.origin());
        spans.add(span);
        origins.add(span.origin());
        lastArrival = arrivedNanos;
        summary = null;
    }

    /** Returns the cached summary; null after spans were added. */
    TraceSummary summary() {
        return summary;
    }

    /** @param size the number of spans when the summary was made: it is of no use if the trace has grown since */
    void summedUp(TraceSummary now, int size) {
        summary = size == spans.size() ? now : null;
    }

    String id() {
        return id;
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

    /** Returns the time when a span was last added, on {@link System#nanoTime}'s clock. */
    long lastArrival() {
        return lastArrival;
    }

    /** Returns a copy, which does not change when the trace grows. */
    EncodedTrace snapshot() {
        return new EncodedTrace(id, spans, origins);
    }
}
