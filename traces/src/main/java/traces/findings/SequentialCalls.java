package traces.findings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import traces.model.DurationText;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Calls that one span makes one after another, though they might run at the same time.
 *
 * @param nodes the calls, at least two, of which none begins before the one before it has ended
 * @param nanos what running them all at once would save at most
 */
record SequentialCalls(TraceNode parent, List<TraceNode> nodes, long nanos) implements Finding {

    /** The share of its parent's time below which a kind of call is not worth a second thread. */
    static final double SHARE_OF_PARENT = 0.1;

    /** The share of the trace below which a saving is too small to notice. */
    static final double SHARE_OF_TRACE = 0.1;

    /** Nanoseconds; about two round trips to a database. Other threads cost time too, for the handover and the wait. */
    static final long SAVES_AT_LEAST = 2_000_000;

    private static final int NAMED = 3;

    /** @param found the repeated queries, which do not count again */
    static List<SequentialCalls> in(TraceTree tree, List<RepeatedQuery> found) {
        Set<TraceNode> known = new HashSet<>();
        found.forEach(repeated -> known.addAll(repeated.nodes()));
        List<SequentialCalls> all = new ArrayList<>();
        List<TraceNode> parents =
                tree.nodes().stream().filter(node -> node.children().size() > 1).toList();
        for (TraceNode parent : parents) {
            List<TraceNode> chain = chain(worthwhile(parent, known));
            long saved = saved(chain);
            if (saved >= SAVES_AT_LEAST && saved >= SHARE_OF_TRACE * tree.duration()) {
                all.add(new SequentialCalls(parent, chain, saved));
            }
        }
        return all;
    }

    private static List<TraceNode> worthwhile(TraceNode parent, Set<TraceNode> known) {
        Map<String, List<TraceNode>> alike = parent.children().stream()
                .filter(child -> child.span().filter(CallTarget::isCall).isPresent())
                .filter(child -> !known.contains(child))
                .collect(Collectors.groupingBy(SequentialCalls::kindOfCall));
        double enough = SHARE_OF_PARENT * parent.duration();
        return alike.values().stream()
                .filter(calls -> TimeInterval.covered(TimeInterval.of(calls)) >= enough)
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * Returns as many calls as possible that do not overlap: the call that ends first leaves the most room for others.
     */
    private static List<TraceNode> chain(List<TraceNode> calls) {
        List<TraceNode> chain = new ArrayList<>();
        long reached = 0;
        for (TraceNode call :
                calls.stream().sorted(Comparator.comparingLong(TraceNode::end)).toList()) {
            if (call.latestStart() >= reached && call.duration() > 0) {
                chain.add(call);
                reached = Math.max(call.start(), reached) + call.duration();
            }
        }
        return chain;
    }

    /**
     * Returns the time of all calls but the longest. Calls of one database count as one: a connection takes one at a
     * time. So do the tries of one request.
     */
    private static long saved(List<TraceNode> chain) {
        Map<Object, Long> lanes = new LinkedHashMap<>();
        Map<Span, Object> laneOf = new IdentityHashMap<>();
        ResentRequests requests = new ResentRequests();
        for (TraceNode call : chain) {
            Span span = span(call);
            Object own = CallTarget.isDatabase(span) ? kindOfCall(call) : call;
            Object lane = requests.add(span).<Object>map(laneOf::get).orElse(own);
            lanes.merge(lane, call.duration(), Long::sum);
            laneOf.put(span, lane);
        }
        long all = lanes.values().stream().mapToLong(Long::longValue).sum();
        return all - lanes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static String kindOfCall(TraceNode call) {
        Span span = span(call);
        return CallTarget.isDatabase(span)
                ? span.database().orElse("") + " " + CallTarget.of(span).orElse("")
                : CallTarget.kind(span);
    }

    @Override
    public String kind() {
        return "sequential-calls";
    }

    @Override
    public String sentence() {
        return named() + " ran one after another under " + FindingText.where(parent)
                + ". Where the later doesn't need the earlier's answer they could overlap, which would save up to "
                + DurationText.text(nanos) + ".";
    }

    // GET to localhost:5001 (30 ms), 4 × GET to localhost:5002 (55 ms)
    private String named() {
        Map<String, List<TraceNode>> byKind = nodes.stream()
                .collect(Collectors.groupingBy(
                        node -> CallTarget.kind(span(node)), LinkedHashMap::new, Collectors.toList()));
        String named = byKind.values().stream()
                .limit(NAMED)
                .map(calls -> FindingText.times(calls.size()) + CallTarget.label(FindingText.spans(calls)) + " ("
                        + DurationText.text(TimeInterval.covered(TimeInterval.of(calls))) + ")")
                .collect(Collectors.joining(", "));
        return byKind.size() > NAMED ? named + " and " + (byKind.size() - NAMED) + " more" : named;
    }

    private static Span span(TraceNode node) {
        return node.span().orElseThrow();
    }
}
