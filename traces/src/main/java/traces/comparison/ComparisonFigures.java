package traces.comparison;

import java.util.List;
import traces.model.DurationText;

/** The numbers of one row as text, for the terminal and for the page. */
record ComparisonFigures(CallStatistics a, CallStatistics b) {

    /** The text where a trace has no such call. */
    static final String NONE = "–";

    String callsA() {
        return calls(a);
    }

    String callsB() {
        return calls(b);
    }

    // −78 or +1; = where both have as many
    String moreCalls() {
        int more = b.count() - a.count();
        return more == 0 ? "=" : more > 0 ? "+" + more : "−" + -more;
    }

    // 0→1; empty where neither has an error
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

    /** Returns 1 where B has more calls than A, −1 where B has fewer, else 0. */
    int callChange() {
        return Integer.compare(b.count(), a.count());
    }

    /** Returns 1 where B took longer than A, −1 where B took less time, else 0. */
    int timeChange() {
        return Long.compare(b.covered(), a.covered());
    }

    /** Tells whether some calls ran at once, so that their durations add up to more than the time. */
    boolean overlap() {
        return a.summed() != a.covered() || b.summed() != b.covered();
    }

    /** Returns all texts in the order of the table's columns. */
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
