package traces.findings;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import traces.model.DurationText;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * A part of a span without any span below it: the trace does not show where that time went.
 *
 * @param nodes the span with the longest gap, and others of its operation
 * @param gap the longest gap
 * @param whole the interval of the trace
 */
record UntracedGap(List<TraceNode> nodes, TimeInterval gap, TimeInterval whole) implements Finding {

    /** The share of the trace from which on a gap matters. */
    static final double SHARE_OF_TRACE = 0.2;

    /** Nanoseconds; about five round trips to a database. Quick requests take less, and their gaps teach little. */
    static final long SHORTEST = 5_000_000;

    /**
     * The kinds of spans whose time is the program's own; the time of the others is a called program's, or a queue's.
     */
    private static final Set<SpanKind> OWN_TIME = Set.of(
            SpanKind.SPAN_KIND_SERVER,
            SpanKind.SPAN_KIND_INTERNAL,
            SpanKind.SPAN_KIND_UNSPECIFIED,
            SpanKind.SPAN_KIND_CONSUMER);

    static List<UntracedGap> in(TraceTree tree) {
        TimeInterval whole = new TimeInterval(tree.start(), tree.start() + tree.duration());
        Map<TraceNode, TimeInterval> reaches = reaches(tree);
        Map<Operation, UntracedGap> gaps = new LinkedHashMap<>();
        for (TraceNode node : tree.nodes()) {
            TimeInterval gap = longest(node, reaches);
            if (gap.nanos() >= SHORTEST && gap.nanos() >= SHARE_OF_TRACE * whole.nanos()) {
                Operation operation = Operation.of(node.span().orElseThrow());
                gaps.merge(operation, new UntracedGap(new ArrayList<>(List.of(node)), gap, whole), UntracedGap::and);
            }
        }
        return List.copyOf(gaps.values());
    }

    /** Returns for each node the interval of itself and all below it: a child may end after its parent. */
    private static Map<TraceNode, TimeInterval> reaches(TraceTree tree) {
        Map<TraceNode, TimeInterval> reaches = new HashMap<>();
        List<TraceNode> nodes = tree.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            TraceNode node = nodes.get(i);
            TimeInterval reach = reaches.merge(node, TimeInterval.of(node), TimeInterval::with);
            node.parent().ifPresent(parent -> reaches.merge(parent, reach, TimeInterval::with));
        }
        return reaches;
    }

    private static TimeInterval longest(TraceNode node, Map<TraceNode, TimeInterval> reaches) {
        boolean own = node.span().filter(UntracedGap::isOwnTime).isPresent();
        TimeInterval longest = new TimeInterval(0, 0);
        if (own) {
            List<TimeInterval> traced =
                    node.children().stream().map(reaches::get).toList();
            for (TimeInterval left : TimeInterval.of(node).without(traced)) {
                longest = left.nanos() > longest.nanos() ? left : longest;
            }
        }
        return longest;
    }

    private static boolean isOwnTime(Span span) {
        return OWN_TIME.contains(span.kind()) && !CallTarget.isDatabase(span);
    }

    private UntracedGap and(UntracedGap other) {
        boolean longer = other.gap.nanos() > gap.nanos();
        nodes.add(longer ? 0 : nodes.size(), other.nodes.get(0));
        return new UntracedGap(nodes, longer ? other.gap : gap, whole);
    }

    @Override
    public String kind() {
        return "untraced-gap";
    }

    @Override
    public long nanos() {
        return gap.nanos();
    }

    @Override
    public String sentence() {
        return seen() + others()
                + " If it comes again, switch on more of the agent's instrumentation,"
                + " or put a span of your own around what is done.";
    }

    private String seen() {
        TraceNode node = nodes.get(0);
        String length = DurationText.text(gap.nanos()) + ", " + FindingText.share(gap.nanos(), whole.nanos())
                + " of the trace,";
        if (gap.equals(TimeInterval.of(node))) {
            return FindingText.where(node) + " takes " + length + " and nothing is traced beneath it.";
        }
        return "For " + length + " nothing is traced beneath " + FindingText.where(node) + ": from "
                + DurationText.text(gap.start() - whole.start()) + " to " + DurationText.text(gap.end() - whole.start())
                + ".";
    }

    private String others() {
        return nodes.size() == 1 ? "" : " It is the longest of " + nodes.size() + " alike.";
    }
}
