package coach.bar;

import coach.bar.environment.UserError;
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
 * @param jar where the service finds it; it is never part of the repository
 * @param coach what the service calls the machine of the coach
 * @param otlpPort where the coach receives spans
 * @param neighbours who listens at which port of the coach's machine; else each would be called by that machine's name
 * @param instance tells this service from another of the same name
 */
record JavaAgent(String jar, String coach, int otlpPort, Map<Integer, String> neighbours, String instance) {

    /** The file in which Maven notes where the jar lies. */
    private static final String JAR = "coach/target/javaagent";

    /** The agent sends what has ended every five seconds, unless told otherwise: long, for who has just typed curl. */
    private static final String SEND_EVERY_MILLIS = "200";

    /** The app fills its database as it starts, and everything that this takes is a span too: more than fit by default. */
    private static final String SPANS_WAITING = "16384";

    private static final String MAKES_UP_INSTANCES =
            "io.opentelemetry.sdk.autoconfigure.ServiceInstanceIdResourceProvider";

    /**
     * The jar, where Maven has put it.
     *
     * @throws UserError when the coach is not built, or the jar has gone since
     */
    static Path found(Path repository) {
        Path file = repository.resolve(JAR);
        try {
            Path jar = Path.of(Files.readString(file).strip());
            if (Files.exists(jar)) {
                return jar;
            }
        } catch (IOException e) {
            // Not there: said below, as for a jar that isn't.
        }
        throw new UserError(
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
    Map<String, String> environment(ServiceProgram program, InstalledService installed) {
        Map<String, String> environment = new HashMap<>();
        Optional<String> own = installed.otel();
        if (own.isPresent()) {
            environment.put("OTEL_JAVAAGENT_CONFIGURATION_FILE", own.get());
        } else {
            environment.put("OTEL_SERVICE_NAME", program.module());
            environment.put("OTEL_METRICS_EXPORTER", "none");
            environment.put("OTEL_LOGS_EXPORTER", "none");
            environment.put("OTEL_BSP_SCHEDULE_DELAY", SEND_EVERY_MILLIS);
        }
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", "http://" + coach + ":" + otlpPort);
        environment.put("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", peers());
        environment.put("OTEL_BSP_MAX_QUEUE_SIZE", SPANS_WAITING);
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=" + instance + learner());
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
                .map(neighbour -> coach + ":" + neighbour.getKey() + "=" + neighbour.getValue())
                .collect(Collectors.joining(","));
    }
}
