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
 * Two traces side by side: which operations ran how often and for how long in each, at which place, and what that comes to.
 *
 * @param rows parents before their children, in A's order; what only B has stands where B has it
 * @param totals the same spans by the kind of their work, wherever they stand
 * @param measure what to type for a measurement; one run of each is none
 */
public record TraceComparison(
        TraceTree a, TraceTree b, List<ComparisonRow> rows, List<WorkTotal> totals, Optional<String> measure) {

    /** Of two traces where nothing measures. */
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

    /** Without recursion: a trace may be deeper than a stack. */
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

    /** What a trace is found under twice isn't compared, it's the same. */
    boolean isOfOneTrace() {
        return a.trace().id().equals(b.trace().id());
    }

    /** Whether both make the same calls, each as often. */
    public boolean hasSameCalls() {
        return totals.stream().noneMatch(WorkTotal::isChanged);
    }

    /** What changed most, for the end of a page: {@code 162 SELECT became 2, −391 ms}. */
    String sentence() {
        return new ComparisonSummary(this).text();
    }
}
