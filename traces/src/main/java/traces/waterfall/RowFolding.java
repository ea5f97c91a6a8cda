package traces.waterfall;

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
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Turns a tree into rows: three or more similar siblings become one row, at the place of the first of them, and their
 * descendants are folded likewise.
 *
 * <p>Similar siblings need not be neighbours: two queries that take turns in a loop become two rows.
 */
final class RowFolding {

    private static final int WORTH_FOLDING = 3;

    private final Function<TraceNode, Object> kinds;

    private RowFolding(Function<TraceNode, Object> kinds) {
        this.kinds = kinds;
    }

    static List<WaterfallRow> folded(TraceTree tree) {
        return new RowFolding(new SpanSimilarity(tree)::kind).of(tree.tops());
    }

    /** Returns a row for each span. */
    static List<WaterfallRow> unfolded(TraceTree tree) {
        return new RowFolding(node -> node).of(tree.tops());
    }

    private List<WaterfallRow> of(List<TraceNode> tops) {
        List<WaterfallRow> rows = new ArrayList<>();
        Deque<WaterfallRow> open = new ArrayDeque<>();
        push(open, tops, null);
        while (!open.isEmpty()) {
            WaterfallRow row = open.pop();
            rows.add(row);
            List<TraceNode> children = row.nodes().stream()
                    .flatMap(node -> node.children().stream())
                    .sorted(TraceNode.BY_START)
                    .toList();
            push(open, children, row);
        }
        return rows;
    }

    private void push(Deque<WaterfallRow> open, List<TraceNode> siblings, WaterfallRow parent) {
        List<List<TraceNode>> groups = groups(siblings);
        for (int i = groups.size() - 1; i >= 0; i--) {
            open.push(new WaterfallRow(groups.get(i), parent, i == groups.size() - 1));
        }
    }

    private List<List<TraceNode>> groups(List<TraceNode> siblings) {
        Map<Object, List<TraceNode>> similar =
                siblings.stream().collect(Collectors.groupingBy(kinds, LinkedHashMap::new, Collectors.toList()));
        List<List<TraceNode>> groups = new ArrayList<>();
        Set<Object> folded = new HashSet<>();
        for (TraceNode node : siblings) {
            List<TraceNode> same = similar.get(kinds.apply(node));
            if (same.size() < WORTH_FOLDING) {
                groups.add(List.of(node));
            } else if (folded.add(kinds.apply(node))) {
                groups.add(same);
            }
        }
        return groups;
    }
}
