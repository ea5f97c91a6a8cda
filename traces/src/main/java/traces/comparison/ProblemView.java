package traces.comparison;

import java.util.List;
import traces.model.DurationText;
import traces.model.TraceSummary;

/**
 * The values of the template of a page without a comparison.
 *
 * @param newest links to the newest traces, newest first
 * @param compareNewest the address that compares the newest two; empty where there are not two
 */
record ProblemView(String title, String sentences, List<Link> newest, String compareNewest) {

    record Link(String id, String name, String duration) {}

    static ProblemView of(ComparisonProblem problem, List<TraceSummary> newest) {
        return new ProblemView(
                problem.title(),
                problem.getMessage(),
                newest.stream()
                        .map(trace -> new Link(
                                trace.id(),
                                PageText.text(ComparedTrace.name(trace)),
                                DurationText.text(trace.durationNanos())))
                        .toList(),
                newest.size() < 2
                        ? ""
                        : TraceComparison.path(newest.get(1).id(), newest.get(0).id()));
    }
}
