package coach.find;

import coach.trace.Node;
import coach.trace.Span;
import coach.trace.Stretch;
import coach.trace.Times;
import coach.trace.TraceTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calls that one span makes one after another, though they might run at the same time.
 *
 * @param nodes the calls, at least two, of which none begins before the one before it has ended
 * @param nanos what running them all at once would save at most
 */
record SequentialCalls(Node parent, List<Node> nodes, long nanos) implements Finding {

    /** A kind of call that takes less of its parent's time than this isn't worth a second thread. */
    static final double SHARE_OF_PARENT = 0.1;

    /** Nor is a saving that nobody would notice in the whole. */
    static final double SHARE_OF_TRACE = 0.1;

    /** Two round trips of the bar's database. To hand work to other threads and wait for it costs something too. */
    static final long SAVES_AT_LEAST = 2_000_000;

    private static final int NAMED = 3;

    /** @param found whose queries don't count again */
    static List<SequentialCalls> in(TraceTree tree, List<RepeatedQuery> found) {
        Set<Node> known = new HashSet<>();
        found.forEach(repeated -> known.addAll(repeated.nodes()));
        List<SequentialCalls> all = new ArrayList<>();
        List<Node> parents =
                tree.nodes().stream().filter(node -> node.children().size() > 1).toList();
        for (Node parent : parents) {
            List<Node> chain = chain(worthwhile(parent, known));
            long saved = saved(chain);
            if (saved >= SAVES_AT_LEAST && saved >= SHARE_OF_TRACE * tree.duration()) {
                all.add(new SequentialCalls(parent, chain, saved));
            }
        }
        return all;
    }

    private static List<Node> worthwhile(Node parent, Set<Node> known) {
        Map<String, List<Node>> alike = parent.children().stream()
                .filter(child -> child.span().filter(Target::isCall).isPresent())
                .filter(child -> !known.contains(child))
                .collect(Collectors.groupingBy(SequentialCalls::kindOfCall));
        double enough = SHARE_OF_PARENT * parent.duration();
        return alike.values().stream()
                .filter(calls -> Stretch.covered(Stretch.of(calls)) >= enough)
                .flatMap(Collection::stream)
                .toList();
    }

    /** As many of them as don't overlap: whoever ends first leaves the most room for others. */
    private static List<Node> chain(List<Node> calls) {
        List<Node> chain = new ArrayList<>();
        long reached = 0;
        for (Node call :
                calls.stream().sorted(Comparator.comparingLong(Node::end)).toList()) {
            if (call.start() >= reached && call.duration() > 0) {
                chain.add(call);
                reached = call.end();
            }
        }
        return chain;
    }

    /** All but the longest. What goes to the same database is as one call: a connection does one thing at a time. */
    private static long saved(List<Node> chain) {
        Map<Object, Long> lanes = new LinkedHashMap<>();
        for (Node call : chain) {
            Object lane = Target.isDatabase(span(call)) ? kindOfCall(call) : call;
            lanes.merge(lane, call.duration(), Long::sum);
        }
        long all = lanes.values().stream().mapToLong(Long::longValue).sum();
        return all - lanes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static String kindOfCall(Node call) {
        Span span = span(call);
        return Target.isDatabase(span)
                ? span.database().orElse("") + " " + Target.of(span).orElse("")
                : Target.label(span);
    }

    @Override
    public String kind() {
        return "sequential-calls";
    }

    @Override
    public String sentence() {
        return named() + " ran one after another under " + Words.where(parent)
                + ". Where the later doesn't need the earlier's answer they could overlap, which would save up to "
                + Times.text(nanos) + ".";
    }

    // GET to localhost:5001 (30 ms), 4 × GET to localhost:5002 (55 ms)
    private String named() {
        Map<String, List<Node>> byLabel = nodes.stream()
                .collect(Collectors.groupingBy(
                        node -> Target.label(span(node)), LinkedHashMap::new, Collectors.toList()));
        String named = byLabel.entrySet().stream()
                .limit(NAMED)
                .map(calls -> Words.times(calls.getValue().size()) + calls.getKey() + " ("
                        + Times.text(Stretch.covered(Stretch.of(calls.getValue()))) + ")")
                .collect(Collectors.joining(", "));
        return byLabel.size() > NAMED ? named + " and " + (byLabel.size() - NAMED) + " more" : named;
    }

    private static Span span(Node node) {
        return node.span().orElseThrow();
    }
}
