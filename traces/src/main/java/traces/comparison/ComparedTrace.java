package traces.comparison;

import traces.model.TraceSummary;
import traces.model.TraceTree;

/**
 * One of the two traces, as a whole.
 *
 * @param letter what it's called in a comparison: A or B
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

    // "! 2 errors", and nothing where there are none
    String errors() {
        return errors(summary);
    }

    static String name(TraceSummary summary) {
        return summary.rootName().isBlank() ? ComparisonRow.NO_NAME : summary.rootName();
    }

    static String errors(TraceSummary summary) {
        return summary.errors() == 0 ? "" : "! " + Plurals.count(summary.errors(), "error");
    }
}
