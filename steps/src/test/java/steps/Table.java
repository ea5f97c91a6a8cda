package steps;

import static java.util.Comparator.comparingInt;

import coach.course.Step;
import coach.course.check.BackendCounts;
import coach.course.check.TestBar;
import coach.course.latency.MeasurementOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table that the proof prints at its end: a line for each step. */
final class Table {

    private static final String ROW = "%-26s %16s %16s %16s   %s";
    /** One that no README speaks of. */
    private static final String PAIR = "/pair/beer?name=barleywine";

    private final SortedMap<Step, Row> rows = new TreeMap<>(comparingInt(Step::number));

    private record Row(Figures figures, String latency) {}

    private record Figures(int cold, int warm, int match) {}

    /** Asks that state, whose test has just passed. */
    void add(Step step, TestBar running, List<MeasurementOutcome> outcomes) {
        String latency =
                outcomes.isEmpty() ? "-" : outcomes.get(outcomes.size() - 1).sentence();
        Row row = new Row(figures(running), latency);
        synchronized (rows) {
            rows.put(step, row);
        }
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

    /** Gives a line for each step, with its figures beside those of the one before. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(ROW.formatted("step", "statements cold", "statements warm", "redis a match", "p50, ratio, verdict"));
        synchronized (rows) {
            Figures before = null;
            for (Map.Entry<Step, Row> row : rows.entrySet()) {
                Figures now = row.getValue().figures();
                Figures then = before == null ? now : before;
                lines.add(ROW.formatted(
                        row.getKey().name(),
                        change(then.cold(), now.cold()),
                        change(then.warm(), now.warm()),
                        change(then.match(), now.match()),
                        row.getValue().latency()));
                before = now;
            }
        }
        return String.join(System.lineSeparator(), lines);
    }
}
