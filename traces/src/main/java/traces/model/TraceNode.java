package traces.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span at its place in the tree, or a placeholder for a span that never arrived.
 *
 * <p>Its times are on the clock of the tree: where two services' clocks disagree, a called service's spans are shifted
 * into the call, and {@link #shift()} says by how much.
 */
public final class TraceNode {

    public static final Comparator<TraceNode> BY_START = Comparator.comparingLong(TraceNode::start);

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final Span span;
    private final String missing;
    private final SpanTimes times;
    private final List<TraceNode> children = new ArrayList<>();

    private TraceNode parent;
    private long shift;
    private long start;
    private long end;

    private TraceNode(Span span, String missing, SpanTimes times) {
        this.span = span;
        this.missing = missing;
        this.times = times;
    }

    /** @param times those of the span, repaired */
    static TraceNode of(Span span, SpanTimes times) {
        TraceNode node = new TraceNode(span, null, times);
        node.shift(0);
        return node;
    }

    /** @param missing the id of the span that isn't there */
    static TraceNode placeholder(String missing) {
        return new TraceNode(null, missing, SpanTimes.UNKNOWN);
    }

    /** Returns the span; none for a placeholder. */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** Returns the id of the span that should be here and has not arrived; none where it has. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    public Optional<TraceNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** Returns whether the span failed; false for a placeholder. */
    public boolean isError() {
        return span != null && span.isError();
    }

    /** Returns the children in the order of their starts. */
    public List<TraceNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns nanoseconds since 1970; for a placeholder, the earliest start of its children. */
    public long start() {
        return start;
    }

    /** Returns nanoseconds since 1970; for a placeholder, the latest end of its children. */
    public long end() {
        return end;
    }

    /** Returns nanoseconds. */
    public long duration() {
        return end - start;
    }

    /** Returns the latest time at which it may have started: many clients cut a start to a whole milli- or microsecond. */
    public long latestStart() {
        long first = times.start();
        long unit = first % MILLI == 0 ? MILLI : first % MICRO == 0 ? MICRO : 1;
        return later(start, unit - 1);
    }

    /** Returns what is wrong with the times that the span was sent with, as a few words; none where they make sense. */
    public Optional<String> timeFault() {
        return times.fault();
    }

    /** Returns whether the span says when it was; if not, it stands at the start of its parent. */
    public boolean isTimed() {
        return !times.isAdrift();
    }

    /** Returns whether it is known how long the span took. */
    public boolean hasDuration() {
        return times.hasDuration();
    }

    /**
     * Returns the nanoseconds that were added to the times of its service's clock, to place it within its call; mostly
     * 0.
     */
    public long shift() {
        return shift;
    }

    void shift(long nanos) {
        shift = nanos;
        start = later(times.start(), nanos);
        end = later(start, times.duration());
    }

    /** Gives a placeholder the times of its children, once they have theirs. */
    void spread() {
        start = children.stream().mapToLong(TraceNode::start).min().orElse(0);
        end = children.stream().mapToLong(TraceNode::end).max().orElse(0);
    }

    /** Adds, and stops at both ends of time: a sum of nonsense must not overflow. */
    private static long later(long time, long nanos) {
        long sum = time + nanos;
        return sum >= 0 ? sum : nanos > 0 ? Long.MAX_VALUE : 0;
    }

    void adopt(TraceNode child) {
        child.parent = this;
        children.add(child);
    }

    void leaveParent() {
        parent.children.remove(this);
        parent = null;
    }

    void sortChildren() {
        children.sort(BY_START);
    }
}
