package traces.comparison;

import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.terminal.Plurals;

/**
 * One of the two traces of a comparison.
 *
 * @param letter A or B
 */
record ComparedTrace(String letter, TraceTree tree, TraceSummary summary) {

    static ComparedTrace of(String letter, TraceTree tree) {
        return new ComparedTrace(letter, tree, TraceSummary.of(tree));
    }

    String id() {
        return summary.id();
    }

    String name() {
        return name(summary);
    }

    long duration() {
        return summary.durationNanos();
    }

    // "! 2 errors"; empty where there are none
    String errors() {
        return summary.errors() == 0 ? "" : "! " + Plurals.count(summary.errors(), "error");
    }

    static String name(TraceSummary summary) {
        return summary.rootName().isBlank() ? ComparisonRow.NO_NAME : summary.rootName();
    }
}
