package traces.findings;

import java.util.List;
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
 */
record RepeatedQuery(List<TraceNode> nodes) implements Finding {

    /** Two or three equal queries are often intended: read, change, read again. From four on, a loop is more likely. */
    static final int FEWEST = 4;

    static List<RepeatedQuery> in(TraceTree tree) {
        return QueryPaths.in(tree).stream()
                .filter(alike -> alike.size() >= FEWEST)
                .map(RepeatedQuery::new)
                .toList();
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
        String together =
                TimeInterval.oneAfterAnother(TimeInterval.of(nodes)) ? "one after another" : "some at the same time";
        return nodes.size() + " × " + FindingText.statement(operation().what()) + example() + " under "
                + FindingText.where(parent()) + ", " + together + ", " + DurationText.text(nanos()) + " in all. "
                + advice();
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
        return switch (operation().what().split(" ", 2)[0]) {
            case "GET" -> "Look for a loop that reads one key at a time: MGET reads them all in one command.";
            case "select" ->
                "Look for a query inside a loop, or lazy loading: a join or an IN list fetches them all at once.";
            case "insert", "update", "delete", "merge" ->
                "Look for a write inside a loop: a batch sends them together.";
            default -> "Look for a loop around it: one request for all of them, or a pipeline, spares the round trips.";
        };
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
