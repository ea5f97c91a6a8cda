package coach.cli;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.check.BackendCounts;
import coach.course.check.BarFactory;
import coach.course.check.BarOpening;
import coach.course.check.RepeatedRequest;
import coach.course.check.SampleSize;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import coach.course.latency.MeasuredSide;
import coach.course.latency.MeasurementOutcome;
import coach.course.latency.PairedMeasurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import traces.comparison.ComparisonText;
import traces.comparison.TraceComparison;
import traces.model.TraceTree;
import traces.terminal.Screen;

/**
 * A comparison of two codes that answered the same requests: latency, what the backends counted, and a trace of each.
 *
 * @param measured the lines about latency and counts
 */
record StateComparison(List<String> measured, TraceComparison traces) {

    StateComparison {
        measured = List.copyOf(measured);
    }

    /** Opens a bar for each, side by side and both traced, and measures. */
    static StateComparison of(BarFactory bars, CompiledServices first, CompiledServices second, ComparedPath path)
            throws InterruptedException {
        try (BarOpening other = new BarOpening(() -> bars.traced(second))) {
            other.begin();
            try (TestBar one = bars.traced(first).open()) {
                return of(one, other.join(), path);
            }
        }
    }

    private static StateComparison of(TestBar one, TestBar two, ComparedPath path) throws InterruptedException {
        MeasuredSide a = new RepeatedRequest(one.label(), path.client(one), path.path());
        MeasuredSide b = new RepeatedRequest(two.label(), path.client(two), path.path());
        List<String> measured = new ArrayList<>();
        measured.add("GET " + path.path() + ", in turn:");
        MeasurementOutcome outcome = measure(a, b);
        measured.add("  " + outcome.plainly() + ".");
        measured.add("  " + outcome.figures());
        measured.add("");
        measured.addAll(counts(one, path));
        measured.addAll(counts(two, path));
        TraceComparison traces =
                TraceComparison.of(trace(one, path), trace(two, path), Optional.of(Workshop.command("measure")));
        return new StateComparison(measured, traces);
    }

    /** Returns the lines to print. */
    List<String> lines(Screen screen) {
        List<String> lines = new ArrayList<>(measured);
        lines.add("");
        new ComparisonText(traces, screen).text().lines().forEach(lines::add);
        return lines;
    }

    /** @return the trace that crosses the service; another one may have begun a trace of its own */
    private static TraceTree trace(TestBar running, ComparedPath path) {
        return running.tracesOf(() -> path.client(running).get(path.path())).stream()
                .filter(trace -> trace.services().contains(path.service()))
                .findFirst()
                .map(TraceTree::of)
                .orElseThrow(() -> new UserError("No trace of %s arrived.%nNext: %s"
                        .formatted(running.label(), Workshop.command("up --at 06"))));
    }

    /** Claims that the two sides do not differ, so that the measurement ends early where they do. */
    private static MeasurementOutcome measure(MeasuredSide a, MeasuredSide b) throws InterruptedException {
        try {
            a.request();
            long start = System.nanoTime();
            a.request();
            b.request();
            boolean slow = System.nanoTime() - start > 100_000_000;
            SampleSize pace = slow ? SampleSize.SLOW : SampleSize.QUICK;
            return new PairedMeasurement(a, b, () -> {}, pace.plan(1), System::nanoTime).measure(Claim.atMost(1));
        } catch (IOException e) {
            throw new UserError("%s%nNext: %s".formatted(e.getMessage(), Workshop.command("up")), e);
        }
    }

    private static List<String> counts(TestBar running, ComparedPath path) {
        BackendCounts counted = running.count(() -> path.client(running).get(path.path()));
        return counted(running.label(), path, counted);
    }

    /** A time without what it is the time of would be the comparison of a kept answer with one that was worked out. */
    static List<String> counted(String label, ComparedPath path, BackendCounts counted) {
        String counts = "  %s: %s database statements, %s Redis commands, %s waits for the database and %s for Redis"
                .formatted(
                        label,
                        counted.statementCount(),
                        counted.redisCount(),
                        counted.databaseFlights(),
                        counted.redisFlights() + counted.scoresFlights());
        // The score service asks Redis alone, and keeps no answers.
        boolean cached = path.service().equals(CompiledServices.APP)
                && counted.statementCount() == 0
                && counted.redisCount() > 0;
        return cached
                ? List.of(
                        counts,
                        "    It answered from its cache: the time above is that of a kept answer, not of the first one.")
                : List.of(counts);
    }
}
