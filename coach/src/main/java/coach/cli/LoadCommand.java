package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends requests to the open bar at a steady rate, until Ctrl-C. */
@Command(name = "load", description = "Sends the open bar steady traffic, and says how it copes; Ctrl-C stops it.")
final class LoadCommand implements Callable<Integer> {

    private static final double MOST = 1_000;

    @Option(names = "--rate", paramLabel = "N", description = "Requests a second (default: ${DEFAULT-VALUE}).")
    private double rate = 2;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Stops after that time (default: goes on until Ctrl-C).")
    private int seconds;

    @Mixin
    private BarOptions which;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (!(rate > 0 && rate <= MOST)) {
            throw new UserError("--rate is %s; it should be above 0 and at most %.0f.".formatted(rate, MOST));
        }
        OpenBar bar = which.open();
        which.awaitState(bar);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "Asking %s %s times a second; a line each ten seconds.".formatted(OpenBar.forPeople(bar.app()), rate));
        out.flush();
        Duration time = seconds > 0 ? Duration.ofSeconds(seconds) : Duration.ofDays(365);
        boolean answered = new LoadGenerator(bar.app(), rate).run(time, line -> {
            out.println(line);
            out.flush();
        });
        out.println("Next: " + Workshop.command(answered ? "traces" : "up"));
        return answered ? 0 : 2;
    }
}
