package traces.comparison;

import java.util.List;
import traces.model.DurationText;

/** The numbers of a line of the comparison, as people read them: the same in the terminal and on the page. */
record ComparisonFigures(CallStatistics a, CallStatistics b) {

    /** What stands where a trace has nothing. */
    static final String NONE = "–";

    String callsA() {
        return calls(a);
    }

    String callsB() {
        return calls(b);
    }

    // −78, +1, and = where both have as many
    String moreCalls() {
        int more = b.count() - a.count();
        return more == 0 ? "=" : more > 0 ? "+" + more : "−" + -more;
    }

    // 0→1, and nothing where neither has any
    String errors() {
        return hasErrors() ? a.errors() + "→" + b.errors() : "";
    }

    boolean hasErrors() {
        return a.errors() + b.errors() > 0;
    }

    String timeA() {
        return time(a);
    }

    String timeB() {
        return time(b);
    }

    String longer() {
        return DurationText.difference(b.covered() - a.covered());
    }

    boolean overlap() {
        return a.summed() != a.covered() || b.summed() != b.covered();
    }

    /** In the order of the table's columns. */
    List<String> all() {
        return List.of(callsA(), callsB(), moreCalls(), errors(), timeA(), timeB(), longer());
    }

    private static String calls(CallStatistics calls) {
        return calls.count() == 0 ? NONE : Integer.toString(calls.count());
    }

    private static String time(CallStatistics calls) {
        return calls.count() == 0 ? NONE : DurationText.text(calls.covered());
    }
}
