package traces.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A span at its place in the tree, or a placeholder for one that never arrived.
 *
 * <p>Its times are on the clock of the tree: where two services' clocks disagree, a called service's spans are shifted into
 * the call, and {@link #shift()} says by how much.
 */
public final class TraceNode {

    public static final Comparator<TraceNode> BY_START = Comparator.comparingLong(TraceNode::start);

    private final Span span;
    private final String missing;
    private final List<TraceNode> children = new ArrayList<>();

    private TraceNode parent;
    private long shift;
    private long start;
    private long end;

    private TraceNode(Span span, String missing) {
        this.span = span;
        this.missing = missing;
    }

    static TraceNode of(Span span) {
        TraceNode node = new TraceNode(span, null);
        node.shift(0);
        return node;
    }

    /** @param missing the id of the span that isn't there */
    static TraceNode placeholder(String missing) {
        return new TraceNode(null, missing);
    }

    /** None for a placeholder. */
    public Optional<Span> span() {
        return Optional.ofNullable(span);
    }

    /** The id of the span that should be here and hasn't arrived; none where it has. */
    public Optional<String> missing() {
        return Optional.ofNullable(missing);
    }

    public Optional<TraceNode> parent() {
        return Optional.ofNullable(parent);
    }

    /** Whether its span failed; of one that never arrived, nobody knows. */
    public boolean isError() {
        return span != null && span.isError();
    }

    /** In the order of their starts. */
    public List<TraceNode> children() {
        return Collections.unmodifiableList(children);
    }

    /** Nanoseconds since 1970; of a placeholder, the earliest of its children's. */
    public long start() {
        return start;
    }

    /** Nanoseconds since 1970; of a placeholder, the latest of its children's. */
    public long end() {
        return end;
    }

    /** In nanoseconds. */
    public long duration() {
        return end - start;
    }

    /** Nanoseconds added to what its service's clock said, to place it within the call that it answers; mostly 0. */
    public long shift() {
        return shift;
    }

    void shift(long nanos) {
        shift = nanos;
        start = later(span.start(), nanos);
        end = later(start, span.duration());
    }

    /** A placeholder has the times of its children, once those have theirs. */
    void spread() {
        start = children.stream().mapToLong(TraceNode::start).min().orElse(0);
        end = children.stream().mapToLong(TraceNode::end).max().orElse(0);
    }

    /** Stops at both ends of time: who sends nonsense must not turn it around. */
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
