package coach.bar;

import coach.code.Code;
import coach.workshop.CannotOpen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * OpenTelemetry's javaagent: it traces a service from within its JVM, and sends the spans to the coach.
 *
 * @param jar where Maven has put it; it is never part of the repository
 * @param otlpPort where the coach receives spans
 * @param neighbours who listens at which port of this machine; else each would be called «localhost»
 */
record Agent(Path jar, int otlpPort, Map<Integer, String> neighbours) {

    /** The agent sends what has ended every five seconds, unless told otherwise: long, for who has just typed curl. */
    private static final String SEND_EVERY_MILLIS = "200";

    /** The app fills its database as it starts, and everything that this takes is a span too: more than fit by default. */
    private static final String SPANS_WAITING = "16384";

    private static final String MAKES_UP_INSTANCES =
            "io.opentelemetry.sdk.autoconfigure.ServiceInstanceIdResourceProvider";

    /** @throws CannotOpen when the coach is not built, or the jar has gone since */
    static Agent of(Path repository, int otlpPort, Map<Integer, String> neighbours) {
        Path file = repository.resolve("coach").resolve("target").resolve("javaagent");
        try {
            Path jar = Path.of(Files.readString(file).strip());
            if (Files.exists(jar)) {
                return new Agent(jar, otlpPort, neighbours);
            }
        } catch (IOException e) {
            // Not there: said below, as for a jar that isn't.
        }
        throw new CannotOpen(
                "The OpenTelemetry javaagent was not found; %s should name its jar.%nType: mvn process-classes"
                        .formatted(file));
    }

    List<String> jvmOptions() {
        return List.of(
                "-javaagent:" + jar,
                // Every JVM with an agent warns that it shares fewer classes; nobody can do anything about it.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-PrintWarnings");
    }

    /** What it is told: by the service's own {@code otel.properties} where it has one, else that everything is traced. */
    Map<String, String> environment(Program program, Code code, int port) {
        Map<String, String> environment = new HashMap<>();
        Optional<Path> own = code.module(program.module()).otel();
        if (own.isPresent()) {
            environment.put("OTEL_JAVAAGENT_CONFIGURATION_FILE", own.get().toString());
        } else {
            environment.put("OTEL_SERVICE_NAME", program.module());
            environment.put("OTEL_METRICS_EXPORTER", "none");
            environment.put("OTEL_LOGS_EXPORTER", "none");
            environment.put("OTEL_BSP_SCHEDULE_DELAY", SEND_EVERY_MILLIS);
        }
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + otlpPort);
        environment.put("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", peers());
        environment.put("OTEL_BSP_MAX_QUEUE_SIZE", SPANS_WAITING);
        // Two bars may be open beside each other: this tells them apart.
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=" + code.label() + "-" + port + learner());
        // The agent would warn at each start that it had made up another.
        environment.put("OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS", MAKES_UP_INSTANCES);
        return environment;
    }

    /** Where the traces of a whole class go to one place, this tells whose they are. */
    private static String learner() {
        String name = System.getenv().getOrDefault("WORKSHOP_NAME", "");
        return name.isBlank() ? "" : ",service.namespace=" + name.strip().replaceAll("[,=\\s]+", "-");
    }

    // localhost:39211=database,localhost:39212=redis
    private String peers() {
        return neighbours.entrySet().stream()
                .map(neighbour -> "localhost:" + neighbour.getKey() + "=" + neighbour.getValue())
                .collect(Collectors.joining(","));
    }
}
