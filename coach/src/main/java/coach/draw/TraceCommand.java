package coach.draw;

import coach.bar.CannotOpen;
import coach.bar.Workshop;
import coach.trace.Printable;
import coach.trace.Trace;
import coach.trace.TraceTree;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a trace. */
@Command(name = "trace", description = "Draws a trace as a waterfall, and says what stands out in it.")
public final class TraceCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "TRACE",
            arity = "0..1",
            description = "'last', an id or at least 4 digits of its beginning, or a file saved with --json"
                    + " (default: ${DEFAULT-VALUE}).")
    private String which = "last";

    @Option(names = "--all", description = "Draw each span by itself, however many there are.")
    private boolean all;

    @Option(names = "--json", description = "Print the trace in OTLP's JSON instead.")
    private boolean json;

    @Option(names = "--port", paramLabel = "N", description = "The app's port (default: that of the bar that is open).")
    private Integer port;

    @Spec
    private CommandSpec spec;

    private final Wiring wiring;
    private final Supplier<Screen> screen;
    private final ZoneId zone;

    public TraceCommand(Wiring wiring) {
        this(wiring, Screen::ofOutput, ZoneId.systemDefault());
    }

    TraceCommand(Wiring wiring, Supplier<Screen> screen, ZoneId zone) {
        this.wiring = wiring;
        this.screen = screen;
        this.zone = zone;
    }

    @Override
    public Integer call() {
        Optional<Path> file = file();
        if (file.isPresent()) {
            read(file.get()).forEach(trace -> print(trace, Optional.empty(), which));
        } else {
            Wiring.Traces traces = wiring.open(port);
            Trace trace = traces.find(which);
            print(trace, Optional.of(traces.address(trace.id())), trace.id());
        }
        return 0;
    }

    private void print(Trace trace, Optional<String> address, String name) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.ascii(wiring.write(trace.toOtlp())));
            return;
        }
        TraceTree tree = TraceTree.of(trace);
        new Report(screen.get(), zone, all)
                .lines(tree, wiring.findings(tree), address)
                .forEach(out::println);
        boolean more = !all && Waterfall.leavesOut(tree);
        out.println("Next: " + Workshop.command(more ? "trace " + name + " --all" : "traces"));
    }

    private Optional<Path> file() {
        try {
            return Optional.of(Path.of(which)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<Trace> read(Path file) {
        try {
            List<Trace> traces = Trace.of(wiring.read(Files.readAllBytes(file)));
            if (traces.isEmpty()) {
                throw unreadable(file, "it holds no span", null);
            }
            return traces;
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static CannotOpen unreadable(Path file, String why, IOException cause) {
        return new CannotOpen(
                "%s is no trace that can be drawn: %s%nA trace is saved with: %s"
                        .formatted(file, Printable.of(why), Workshop.command("trace last --json > trace.json")),
                cause);
    }
}
