package traces.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import traces.model.Trace;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.store.EncodedTrace.EncodedSpan;

/**
 * The newest traces, in memory, as they arrived in OTLP; safe for many threads.
 *
 * <p>When it is full, the trace that has not grown for the longest time leaves, with all its spans. A trace that would
 * fill the store alone keeps what it has, and its further spans are refused.
 */
public final class TraceStore {

    /** About three hundred traces of a slow request with everything traced. */
    public static final int DEFAULT_SPANS = 100_000;

    private static final long MOST_BYTES = 96L << 20;

    /** The part of the heap that the spans may take: beside them, what arrives and what is shown is decoded. */
    private static final int SHARE_OF_HEAP = 3;

    private static final long NANOS_OF_MILLI = 1_000_000;

    private final int maxSpans;
    private final long maxBytes;

    // In the order in which they last grew: the first has been quiet for longest.
    private final LinkedHashMap<ByteString, StoredTrace> traces = new LinkedHashMap<>();
    private final EncodedOrigin.Cache origins = new EncodedOrigin.Cache();
    private final IgnoredSpans ignored = new IgnoredSpans(Clock.systemUTC());
    private int spans;
    private long bytes;
    private long places;
    private long growths;

    public TraceStore() {
        this(DEFAULT_SPANS, bytesIn(Runtime.getRuntime().maxMemory()));
    }

    /** Returns the bytes that a store may take in a heap of that size. */
    static long bytesIn(long heap) {
        return Math.min(MOST_BYTES, heap / SHARE_OF_HEAP);
    }

    /**
     * @param maxBytes the bytes of the spans in OTLP's form, with their origins, and a little more for each span and
     *     trace
     */
    public TraceStore(int maxSpans, long maxBytes) {
        this.maxSpans = maxSpans;
        this.maxBytes = maxBytes;
    }

    /**
     * Does not keep the spans that this instance of a service starts from now on, whenever they arrive.
     *
     * @param instance the value of the resource's {@code service.instance.id}
     * @return keeps those that start from then on
     */
    public Runnable ignore(String instance) {
        return ignored.begin(instance);
    }

    /**
     * Keeps these spans, except those whose ids are zero or of the wrong length: they belong to no trace. Requests for a
     * browser's icon are neither kept nor refused.
     */
    public StoreResult add(List<ResourceSpans> arrived) {
        Offer offer = new Offer();
        for (ResourceSpans ofResource : arrived) {
            for (ScopeSpans ofScope : ofResource.getScopeSpansList()) {
                EncodedOrigin origin = origins.same(EncodedOrigin.of(ofResource, ofScope));
                ofScope.getSpansList().stream()
                        .filter(span -> !ignored.matches(ofResource.getResource(), span))
                        .forEach(span -> offer.add(span, origin));
            }
        }
        if (offer.kept > 0) {
            grow();
        }
        return offer.outcome();
    }

    private synchronized void grow() {
        growths++;
        notifyAll();
    }

    /** Counts the spans of one call of {@link #add} that are kept and refused. */
    private final class Offer {

        private int kept;
        private int refused;
        private String why;

        void add(Span span, EncodedOrigin origin) {
            if (IconRequest.is(span)) {
                return;
            }
            Optional<String> reason = TraceIds.error(span).or(() -> keep(span, origin));
            if (reason.isEmpty()) {
                kept++;
                return;
            }
            refused++;
            why = why == null ? reason.get() : why;
        }

        StoreResult outcome() {
            return new StoreResult(kept, refused, Optional.ofNullable(why));
        }
    }

    /** Keeps a span; returns the reason if it does not. */
    private Optional<String> keep(Span span, EncodedOrigin origin) {
        // Encoded before the lock: that takes longest.
        byte[] proto = span.toByteArray();
        long startMillis = Long.divideUnsigned(span.getStartTimeUnixNano(), NANOS_OF_MILLI);
        ByteString id = span.getTraceId();
        synchronized (this) {
            StoredTrace trace =
                    Optional.ofNullable(traces.get(id)).orElseGet(() -> new StoredTrace(TraceIds.hex(id), places++));
            long more = trace.costOf(proto, origin);
            if (trace.size() + 1 > maxSpans || trace.bytes() + more > maxBytes) {
                return Optional.of(tooMuch(trace, id, proto.length));
            }
            // The last entry is the last to leave.
            traces.remove(id);
            traces.put(id, trace);
            makeRoom(more);
            trace.add(new EncodedSpan(proto, origin, startMillis), System.nanoTime());
            spans++;
            bytes += more;
            return Optional.empty();
        }
    }

    private static String tooMuch(StoredTrace trace, ByteString id, int length) {
        return trace.size() == 0
                ? "A span of trace " + TraceIds.hex(id) + " has " + length + " bytes, more than the store may take"
                : "Trace " + TraceIds.hex(id) + " fills the store alone: it has " + trace.size() + " spans there";
    }

    /** Removes as many traces as needed; there is room once enough of them have left. */
    private void makeRoom(long more) {
        Iterator<StoredTrace> quietest = traces.values().iterator();
        while (isFull(more)) {
            StoredTrace leaves = quietest.next();
            quietest.remove();
            spans -= leaves.size();
            bytes -= leaves.bytes();
        }
    }

    private boolean isFull(long more) {
        return spans + 1 > maxSpans || bytes + more > maxBytes;
    }

    /** Returns the traces that arrived last, newest first, at most this many, all decoded at once. */
    public List<Trace> newest(int limit) {
        List<EncodedTrace> found;
        synchronized (this) {
            found = newestFirst().limit(limit).map(StoredTrace::snapshot).toList();
        }
        return found.stream().map(EncodedTrace::decoded).toList();
    }

    /** Lists the traces that arrived last, newest first: one is decoded at a time, and none twice. */
    public List<ListedTrace> listed(int limit) {
        List<StoredTrace> found;
        synchronized (this) {
            found = newestFirst().limit(limit).toList();
        }
        return found.stream().map(this::listed).toList();
    }

    private ListedTrace listed(StoredTrace trace) {
        EncodedTrace snapshot;
        long quietMillis;
        synchronized (this) {
            quietMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - trace.lastArrival());
            if (trace.summary() != null) {
                return new ListedTrace(trace.summary(), quietMillis);
            }
            snapshot = trace.snapshot();
        }
        TraceSummary summary = TraceSummary.of(TraceTree.of(snapshot.decoded()));
        remember(trace, summary, snapshot.size());
        return new ListedTrace(summary, quietMillis);
    }

    private synchronized void remember(StoredTrace trace, TraceSummary summary, int size) {
        trace.summedUp(summary, size);
    }

    private Stream<StoredTrace> newestFirst() {
        return traces.values().stream()
                .sorted(Comparator.comparingLong(StoredTrace::place).reversed());
    }

    /** Returns the ids of all traces, the trace that arrived last first. */
    public synchronized List<String> ids() {
        return newestFirst().map(StoredTrace::id).toList();
    }

    /** Returns snapshots of all traces; none is decoded. */
    public synchronized List<EncodedTrace> encoded() {
        return traces.values().stream().map(StoredTrace::snapshot).toList();
    }

    /**
     * Finds a trace and decodes it.
     *
     * @param id 32 hex digits, in any case
     */
    public Optional<Trace> find(String id) {
        return encoded(id).map(EncodedTrace::decoded);
    }

    /**
     * Finds a trace without decoding it.
     *
     * @param id 32 hex digits, in any case
     */
    synchronized Optional<EncodedTrace> encoded(String id) {
        return Optional.ofNullable(traces.get(TraceIds.bytes(id))).map(StoredTrace::snapshot);
    }

    /** Waits until {@link #growths} differs from the given count, or the time is over; returns the count then. */
    public synchronized long awaitGrowth(long seen, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); growths == seen && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return growths;
    }

    /** Counts the arrivals of spans so far. */
    public synchronized long growths() {
        return growths;
    }

    public synchronized int traces() {
        return traces.size();
    }

    public synchronized int spans() {
        return spans;
    }

    public synchronized long bytes() {
        return bytes;
    }
}
