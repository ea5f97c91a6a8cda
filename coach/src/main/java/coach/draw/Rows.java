package coach.draw;

import coach.trace.Node;
import coach.trace.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Turns a tree into rows: three and more siblings that are alike become one row, at the place of the first of them, and all
 * that is beneath them is folded likewise.
 *
 * <p>They need not be neighbours: two queries that take turns in a loop become two rows.
 */
final class Rows {

    private static final int WORTH_FOLDING = 3;

    private final Function<Node, Object> kinds;

    private Rows(Function<Node, Object> kinds) {
        this.kinds = kinds;
    }

    static List<Row> folded(TraceTree tree) {
        return new Rows(new Likeness(tree)::kind).of(tree.tops());
    }

    /** A row for each span. */
    static List<Row> unfolded(TraceTree tree) {
        return new Rows(node -> node).of(tree.tops());
    }

    private List<Row> of(List<Node> tops) {
        List<Row> rows = new ArrayList<>();
        Deque<Row> open = new ArrayDeque<>();
        push(open, tops, null);
        while (!open.isEmpty()) {
            Row row = open.pop();
            rows.add(row);
            List<Node> children = row.nodes().stream()
                    .flatMap(node -> node.children().stream())
                    .sorted(Node.BY_START)
                    .toList();
            push(open, children, row);
        }
        return rows;
    }

    private void push(Deque<Row> open, List<Node> siblings, Row parent) {
        List<List<Node>> groups = groups(siblings);
        for (int i = groups.size() - 1; i >= 0; i--) {
            open.push(new Row(groups.get(i), parent, i == groups.size() - 1));
        }
    }

    private List<List<Node>> groups(List<Node> siblings) {
        Map<Object, List<Node>> alike =
                siblings.stream().collect(Collectors.groupingBy(kinds, LinkedHashMap::new, Collectors.toList()));
        List<List<Node>> groups = new ArrayList<>();
        Set<Object> folded = new HashSet<>();
        for (Node node : siblings) {
            List<Node> same = alike.get(kinds.apply(node));
            if (same.size() < WORTH_FOLDING) {
                groups.add(List.of(node));
            } else if (folded.add(kinds.apply(node))) {
                groups.add(same);
            }
        }
        return groups;
    }
}
