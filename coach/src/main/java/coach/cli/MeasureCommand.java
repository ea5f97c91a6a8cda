package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.OutputScreen;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how long the open bar takes to answer. */
@Command(
        name = "measure",
        description = "Measures how long answers take: one path, or several side by side, their requests in turn.")
final class MeasureCommand implements Callable<Integer> {

    private static final List<String> THREE_KINDS = List.of("beer/ipa", "donut/maple-bacon", "pair/beer?name=ipa");

    @Parameters(
            paramLabel = "PATH",
            description = "What to ask for, such as pair/beer?name=ipa (default: one of each kind).")
    private List<String> paths = THREE_KINDS;

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "How many requests of each path to count (default: ${DEFAULT-VALUE}).")
    private int requests = 100;

    @Mixin
    private BarOptions bar;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (requests < 1) {
            throw new UserError("--requests is " + requests + "; it should be at least 1.");
        }
        PrintWriter out = spec.commandLine().getOut();
        URI app = app();
        PathMeasurement measurement = new PathMeasurement(app, paths, requests);
        out.println(OutputScreen.fitted(
                "Measuring %s: %s requests of each path, in turn, one at a time, after %s that are not counted."
                        .formatted(OpenBar.forPeople(app), requests, measurement.warmUp())));
        out.flush();

        List<Latencies> measured = measurement.run(
                new MeasurementProgress(out, measurement.rounds(), OutputScreen.isTerminal(), System::nanoTime));

        out.println(Latencies.table(measured));
        measured.stream().filter(Latencies::isUneven).forEach(path -> out.println(uneven(path)));
        boolean answered = measured.stream().anyMatch(Latencies::hasAnswers);
        out.println("Next: " + (answered ? next() : Workshop.command("up")));
        return answered ? 0 : 2;
    }

    private static String uneven(Latencies path) {
        return "%s: p95 is more than three times p50. Has it just started, or is the machine busy? Measure once more."
                .formatted(path.path());
    }

    /** Other paths of the app, unless its user has a choice of his own: these may be another service's. */
    private String next() {
        boolean own = bar.port() != null || paths != THREE_KINDS;
        if (!own) {
            return Workshop.command("measure donuts \"pair/beer?name=stout\" --requests 50");
        }
        return "change something, and then once more: "
                + Workshop.command(String.join(
                        " ",
                        spec.root().commandLine().getParseResult().originalArgs().stream()
                                .map(MeasureCommand::quoted)
                                .toList()));
    }

    private static String quoted(String argument) {
        return argument.matches("[\\w./=:-]+") ? argument : '"' + argument + '"';
    }

    private URI app() throws InterruptedException {
        Integer port = bar.port();
        if (port != null && (port < 1 || port > 65_535)) {
            throw new UserError("--port is " + port + "; a port is a number from 1 to 65535.");
        }
        Optional<OpenBar> open = openBar(port);
        if (open.isPresent()) {
            bar.awaitState(open.get());
        }
        return open.map(OpenBar::app).orElseGet(() -> URI.create("http://localhost:" + port));
    }

    /** At a port there may also be something that was started by hand, such as from an IDE. */
    private Optional<OpenBar> openBar(Integer port) {
        try {
            return Optional.of(bar.open());
        } catch (UserError e) {
            if (port == null) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
