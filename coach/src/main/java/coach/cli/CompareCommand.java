package coach.cli;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import coach.course.OutputScreen;
import coach.course.State;
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
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import traces.comparison.ComparisonText;
import traces.comparison.TraceComparison;
import traces.model.TraceTree;

/** Opens two states of the course side by side, sends both the same requests, and prints the differences. */
@Command(
        name = "compare",
        description = "Compares two states of the course: latency, what the backends counted, and a trace of each.")
final class CompareCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NN", description = "The first state, such as 06; 00 is as shipped.")
    private String first;

    @Parameters(index = "1", paramLabel = "MM", description = "The second state, such as 07.")
    private String second;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PATH",
            description = "What to ask for (default: ${DEFAULT-VALUE}).",
            defaultValue = "pair/beer?name=ipa")
    private String path;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Course course = Course.in(Workshop.repository());
        State a = course.state(first);
        State b = course.state(second);
        BarFactory bars = new BarFactory(course.repository(), Workshop.state());
        out().println("Opening %s and %s side by side, both traced: some twenty seconds."
                .formatted(a.title(), b.title()));
        out().flush();
        try (BarOpening other = new BarOpening(() -> bars.traced(bars.code(b)))) {
            other.begin();
            try (TestBar one = bars.traced(bars.code(a)).open()) {
                compare(one, other.join());
            }
        }
        out().println("Next: " + Workshop.command("diff " + second));
        return 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private void compare(TestBar one, TestBar two) throws InterruptedException {
        String asked = path.startsWith("/") ? path : "/" + path;
        MeasuredSide a = new RepeatedRequest(one.label(), one.app(), asked);
        MeasuredSide b = new RepeatedRequest(two.label(), two.app(), asked);
        out().println();
        out().println("GET " + asked + ", in turn:");
        MeasurementOutcome outcome = measure(a, b);
        out().println("  " + outcome.plainly() + ".");
        out().println("  " + outcome.figures());
        out().println();
        counts(one, asked);
        counts(two, asked);
        out().println();
        TraceComparison comparison =
                TraceComparison.of(trace(one, asked), trace(two, asked), Optional.of(Workshop.command("measure")));
        out().println(new ComparisonText(comparison, OutputScreen.detect()).text());
    }

    /** @return the trace that crosses the app; another service may have begun one of its own */
    private static TraceTree trace(TestBar running, String asked) {
        return running.tracesOf(() -> running.get(asked)).stream()
                .filter(trace -> trace.services().contains(CompiledServices.APP))
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

    private void counts(TestBar running, String asked) {
        counted(running.label(), running.count(() -> running.get(asked))).forEach(out()::println);
    }

    /** A time without what it is the time of would be the comparison of a kept answer with one that was worked out. */
    static List<String> counted(String label, BackendCounts counted) {
        String counts = "  %s: %s database statements, %s Redis commands, %s waits for the database and %s for Redis"
                .formatted(
                        label,
                        counted.statementCount(),
                        counted.redisCount(),
                        counted.databaseFlights(),
                        counted.redisFlights());
        boolean cached = counted.statementCount() == 0 && counted.redisCount() > 0;
        return cached
                ? List.of(
                        counts,
                        "    It answered from its cache: the time above is that of a kept answer, not of the first one.")
                : List.of(counts);
    }
}
