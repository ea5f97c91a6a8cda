package steps;

import coach.course.check.BackendCounts;
import coach.course.check.TestBar;
import coach.course.latency.MeasurementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table that the proof prints at its end: a line for each step. */
final class Table {

    private static final String ROW = "%-26s %16s %16s %16s   %s";
    /** One that no README speaks of. */
    private static final String PAIR = "/pair/beer?name=barleywine";

    private final List<String> lines = new ArrayList<>();
    private Figures before;

    Table() {
        lines.add(ROW.formatted("step", "statements cold", "statements warm", "redis a match", "p50, ratio, verdict"));
    }

    private record Figures(int cold, int warm, int match) {}

    /** Asks that state, and puts its figures beside those of the one before. */
    void add(String step, TestBar running, List<MeasurementOutcome> outcomes) {
        Figures now = figures(running);
        Figures then = before == null ? now : before;
        String latency =
                outcomes.isEmpty() ? "-" : outcomes.get(outcomes.size() - 1).sentence();
        lines.add(ROW.formatted(
                step,
                change(then.cold(), now.cold()),
                change(then.warm(), now.warm()),
                change(then.match(), now.match()),
                latency));
        before = now;
    }

    private static String change(int before, int after) {
        return String.format(Locale.ROOT, before < 0 ? "%2$d" : "%d -> %d", before, after)
                .replace("-1", "-");
    }

    private static Figures figures(TestBar running) {
        running.forget("pair:");
        BackendCounts cold = running.count(() -> running.get(PAIR));
        BackendCounts warm = running.count(() -> running.get(PAIR));
        int match = running.withScores()
                ? running.count(() -> running.scores().get("/match?beer=barleywine"))
                        .redisCount()
                : -1;
        return new Figures(cold.statementCount(), warm.statementCount(), match);
    }

    String text() {
        return String.join(System.lineSeparator(), lines);
    }
}
