package coach.cli;

import coach.bar.AppOptions;
import coach.bar.BarFile;
import coach.bar.BarPlan;
import coach.bar.Distance;
import coach.bar.OpenBar;
import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which bar to open. */
final class BarPlanOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec mixee;

    @Option(names = "--port", paramLabel = "N", description = "The app's port (default: ${DEFAULT-VALUE}).")
    private int port = OpenBar.APP_PORT;

    @Option(
            names = "--score-port",
            paramLabel = "N",
            description = "The score service's port (default: --port plus 1).")
    private Integer scorePort;

    @Option(
            names = "--page-port",
            paramLabel = "N",
            description = "Where the web page with the traces is (default: ${DEFAULT-VALUE}).")
    private int pagePort = OpenBar.PAGE_PORT;

    @Option(
            names = "--otlp-port",
            paramLabel = "N",
            description = "Where traces are received, as OTLP over HTTP (default: ${DEFAULT-VALUE}).")
    private int otlpPort = OpenBar.OTLP_PORT;

    @Option(
            names = "--agent",
            description = "Runs both services with the OpenTelemetry javaagent, and traces all that it knows.")
    private boolean agent;

    @Option(
            names = "--own-tracer",
            description = "Runs the app with the tracer of lab 12 instead of OpenTelemetry's; with --agent, beside it.")
    private boolean ownTracer;

    @Option(
            names = "--jvm-option",
            paramLabel = "OPTION",
            description = "Gives the app's JVM this option, and no other JVM; may be repeated.")
    private List<String> jvmOptions = List.of();

    @Option(
            names = "--at",
            paramLabel = "NN",
            description = "Runs the official state of that step instead of your workspace; 00 is as shipped.")
    private String at;

    @Option(
            names = "--database-ms",
            paramLabel = "MS",
            description = "Round trip to the database in milliseconds, 0 for none (default: ${DEFAULT-VALUE}).")
    private double databaseMillis = Distance.DEFAULT.database().toNanos() / 1e6;

    @Option(
            names = "--redis-ms",
            paramLabel = "MS",
            description = "Round trip to Redis in milliseconds, 0 for none (default: ${DEFAULT-VALUE}).")
    private double redisMillis = Distance.DEFAULT.redis().toNanos() / 1e6;

    /** @throws UserError when a value makes no sense, a port is taken, or such a bar is open already */
    void check() {
        Distance.ofMillis(databaseMillis, redisMillis);
        refuseTheSamePortTwice();
        BarFile.all(Workshop.bars()).stream()
                .filter(other -> other.folder().equals(folder()))
                .findFirst()
                .ifPresent(BarPlanOptions::refuse);
        BarPort.requireFree(ports(), mixee.root().commandLine().getParseResult().originalArgs());
    }

    private Path folder() {
        return Workshop.bars().resolve(Integer.toString(port));
    }

    /** The state of the course that was asked for, or null. */
    String at() {
        return at;
    }

    /** Whether the services are to run with an agent, whatever the code says. */
    boolean agent() {
        return agent;
    }

    BarPlan plan(CompiledServices code) {
        if (ownTracer && !code.hasLabAgents()) {
            throw new UserError("There is no tracer of yours in %s: it comes with a lab.%nNext: %s, or %s"
                    .formatted(
                            code.label(),
                            Workshop.command("start 12"),
                            Workshop.command("up --own-tracer --at 12-by-hand")));
        }
        Distance distance = Distance.ofMillis(databaseMillis, redisMillis);
        return new BarPlan(
                Workshop.repository(),
                code,
                folder(),
                Workshop.logs().resolve(Integer.toString(port)),
                port,
                scorePort(),
                distance,
                Optional.ofNullable(System.getenv("REDIS_URL")).filter(url -> !url.isBlank()),
                new BarPlan.Tracing(otlpPort, pagePort, agent, System.getenv()),
                true,
                Map.of(),
                new AppOptions(jvmOptions, ownTracer));
    }

    private int scorePort() {
        return scorePort == null ? port + 1 : scorePort;
    }

    private List<BarPort> ports() {
        return BarPort.all(port, scorePort(), pagePort, otlpPort);
    }

    private void refuseTheSamePortTwice() {
        List<BarPort> ports = ports();
        for (int i = 1; i < ports.size(); i++) {
            for (BarPort other : ports.subList(0, i)) {
                if (ports.get(i).number() == other.number()) {
                    throw new UserError("%s and %s are both %s; they should differ."
                            .formatted(other.option(), ports.get(i).option(), other.number()));
                }
            }
        }
    }

    private static void refuse(BarFile other) {
        String seen = other.isOpen()
                ? "A bar is already open at " + other.address()
                : "A bar at " + other.address() + " has crashed, and some of it may still run";
        throw new UserError("%s.%nNext: %s".formatted(seen, Workshop.command("down")));
    }
}
