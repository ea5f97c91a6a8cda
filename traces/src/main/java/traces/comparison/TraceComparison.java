package traces.comparison;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import traces.model.Operation;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * A comparison of two traces: how often each operation ran in each, for how long, and at which place of the tree.
 *
 * @param rows parents before their children, in A's order; a row of B only stands where B has it
 * @param totals the sums of the same spans by the kind of their work
 * @param measure the command that measures both, because one run of each proves nothing; none where there is no such
 *     command
 */
public record TraceComparison(
        TraceTree a, TraceTree b, List<ComparisonRow> rows, List<WorkTotal> totals, Optional<String> measure) {

    public static TraceComparison of(TraceTree a, TraceTree b) {
        return of(a, b, Optional.empty());
    }

    public static TraceComparison of(TraceTree a, TraceTree b, Optional<String> measure) {
        Set<Operation> inA = operations(a);
        Set<Operation> inB = operations(b);
        List<ComparisonRow> rows = inTreeOrder(OperationMatch.tops(a, b)).stream()
                .map(match -> ComparisonRow.of(match, inA, inB))
                .toList();
        return new TraceComparison(a, b, rows, WorkTotal.of(rows), measure);
    }

    /** Walks without recursion, because a trace may be deeper than the stack. */
    private static List<OperationMatch> inTreeOrder(List<OperationMatch> tops) {
        List<OperationMatch> all = new ArrayList<>();
        Deque<OperationMatch> open = new ArrayDeque<>();
        pushReversed(open, tops);
        while (!open.isEmpty()) {
            OperationMatch match = open.pop();
            all.add(match);
            pushReversed(open, match.children());
        }
        return all;
    }

    private static void pushReversed(Deque<OperationMatch> open, List<OperationMatch> matches) {
        for (int i = matches.size() - 1; i >= 0; i--) {
            open.push(matches.get(i));
        }
    }

    private static Set<Operation> operations(TraceTree tree) {
        Set<Operation> operations = new HashSet<>();
        for (TraceNode node : tree.nodes()) {
            node.span().map(Operation::of).ifPresent(operations::add);
        }
        return operations;
    }

    ComparedTrace sideA() {
        return ComparedTrace.of("A", a);
    }

    ComparedTrace sideB() {
        return ComparedTrace.of("B", b);
    }

    /** Tells whether a trace is compared with itself. */
    boolean isOfOneTrace() {
        return a.trace().id().equals(b.trace().id());
    }

    /** Tells whether both traces make the same calls, each as often. */
    public boolean hasSameCalls() {
        return totals.stream().noneMatch(WorkTotal::isChanged);
    }

    /** Returns the path and query of the page that shows this comparison. */
    public String path() {
        return path(a.trace().id(), b.trace().id());
    }

    /** Returns the path and query of the page that shows B first. */
    String swappedPath() {
        return path(b.trace().id(), a.trace().id());
    }

    static String path(String a, String b) {
        return "/compare?a=" + a + "&b=" + b;
    }
}
