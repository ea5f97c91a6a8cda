package traces.findings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import traces.model.Concurrency;
import traces.model.DurationText;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * A statement that repeats under one span with other values: mostly a query inside a loop.
 *
 * @param nodes the queries, at least {@link #FEWEST}
 * @param oneOfSeveral the server of these queries, where others got the same query
 */
record RepeatedQuery(List<TraceNode> nodes, Optional<DatabaseServer> oneOfSeveral) implements Finding {

    /** Two or three equal queries are often intended: read, change, read again. From four on, a loop is more likely. */
    static final int FEWEST = 4;

    static List<RepeatedQuery> in(TraceTree tree) {
        return QueryPaths.in(tree).stream().flatMap(RepeatedQuery::ofServers).toList();
    }

    private static Stream<RepeatedQuery> ofServers(Map<DatabaseServer, List<TraceNode>> byServer) {
        boolean several = byServer.size() > 1;
        return byServer.entrySet().stream()
                .filter(alike -> alike.getValue().size() >= FEWEST)
                .map(alike -> new RepeatedQuery(
                        alike.getValue(), Optional.of(alike.getKey()).filter(server -> several)));
    }

    @Override
    public String kind() {
        return "repeated-query";
    }

    @Override
    public long nanos() {
        return TimeInterval.covered(TimeInterval.of(nodes));
    }

    @Override
    public String sentence() {
        String together = Concurrency.of(nodes) == 1 ? "one after another" : "some at the same time";
        return nodes.size() + " × " + FindingText.statement(operation().what()) + at() + example() + " under "
                + FindingText.where(parent()) + ", " + together + ", " + DurationText.text(nanos()) + " in all. "
                + advice();
    }

    private String at() {
        return oneOfSeveral.map(server -> " at " + server.label()).orElse("");
    }

    /** Returns one statement as it was sent, if they are not all the same. */
    private String example() {
        long different = nodes.stream()
                .map(node -> span(node).statement().orElse(""))
                .distinct()
                .limit(2)
                .count();
        return different < 2
                ? ""
                : ", such as "
                        + FindingText.statement(span(nodes.get(0)).statement().orElse("")) + ",";
    }

    private String advice() {
        Span first = span(nodes.get(0));
        String advice = QueryAdvice.of(first.database().orElse(""), operation().what());
        return oneOfSeveral.isEmpty()
                ? advice
                : advice + " Other servers get this query too: one request can only ask one of them.";
    }

    /** Returns the nearest span that is above all of the queries. All are equally far below it. */
    private TraceNode parent() {
        TraceNode first = above(nodes.get(0));
        TraceNode last = above(nodes.get(nodes.size() - 1));
        while (first != last) {
            first = above(first);
            last = above(last);
        }
        return first;
    }

    private static TraceNode above(TraceNode node) {
        return node.parent().orElseThrow();
    }

    private Operation operation() {
        return Operation.of(span(nodes.get(0)));
    }

    private static Span span(TraceNode node) {
        return node.span().orElseThrow();
    }
}
