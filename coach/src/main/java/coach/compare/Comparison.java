package coach.compare;

import coach.trace.Node;
import coach.trace.Operation;
import coach.trace.TraceTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Two traces side by side: which operations ran how often and for how long in each, at which place, and what that comes to.
 *
 * @param rows parents before their children, in A's order; what only B has stands where B has it
 * @param totals the same spans by the kind of their work, wherever they stand
 */
record Comparison(TraceTree a, TraceTree b, List<Row> rows, List<Total> totals) {

    static Comparison of(TraceTree a, TraceTree b) {
        Set<Operation> inA = operations(a);
        Set<Operation> inB = operations(b);
        List<Row> rows = inTreeOrder(Match.tops(a, b)).stream()
                .map(match -> Row.of(match, inA, inB))
                .toList();
        return new Comparison(a, b, rows, Total.of(rows));
    }

    /** Without recursion: a trace may be deeper than a stack. */
    private static List<Match> inTreeOrder(List<Match> tops) {
        List<Match> all = new ArrayList<>();
        Deque<Match> open = new ArrayDeque<>();
        pushReversed(open, tops);
        while (!open.isEmpty()) {
            Match match = open.pop();
            all.add(match);
            pushReversed(open, match.children());
        }
        return all;
    }

    private static void pushReversed(Deque<Match> open, List<Match> matches) {
        for (int i = matches.size() - 1; i >= 0; i--) {
            open.push(matches.get(i));
        }
    }

    private static Set<Operation> operations(TraceTree tree) {
        Set<Operation> operations = new HashSet<>();
        for (Node node : tree.nodes()) {
            node.span().map(Operation::of).ifPresent(operations::add);
        }
        return operations;
    }

    Side sideA() {
        return Side.of("A", a);
    }

    Side sideB() {
        return Side.of("B", b);
    }

    /** What a trace is found under twice isn't compared, it's the same. */
    boolean isOfOneTrace() {
        return a.trace().id().equals(b.trace().id());
    }

    /** What changed most, for the end of a page: {@code 162 SELECT became 2, −391 ms}. */
    String sentence() {
        return new Sentence(this).text();
    }
}
