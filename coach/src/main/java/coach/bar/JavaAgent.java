package coach.bar;

import coach.bar.compiler.CompiledServices;
import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * OpenTelemetry's javaagent: traces a service from within its JVM, and sends the spans to the coach.
 *
 * @param jar its file, which is never part of the repository
 * @param otlpPort the port at which the coach receives spans
 * @param peers the name of each backend and service, by port
 * @param instance tells this service from another of the same name
 */
record JavaAgent(Path jar, int otlpPort, Map<Integer, String> peers, String instance) {

    /** The file in which Maven notes where the jar lies. */
    private static final String JAR = "coach/target/javaagent";

    /** The agent sends what has ended every five seconds otherwise: too long for someone who has just typed curl. */
    private static final String SEND_EVERY_MILLIS = "200";

    /**
     * The app fills its database as it starts, and each of those statements is a span: more than the agent keeps by
     * default.
     */
    private static final String SPANS_WAITING = "16384";

    /** The variable that names the file with the module's own settings. */
    static final String CONFIGURATION_FILE = "OTEL_JAVAAGENT_CONFIGURATION_FILE";

    private static final String MAKES_UP_INSTANCES =
            "io.opentelemetry.sdk.autoconfigure.ServiceInstanceIdResourceProvider";

    /**
     * Finds the jar, where Maven has put it.
     *
     * @throws UserError when the coach is not built, or the jar has gone since
     */
    static Path find(Path repository) {
        Path file = repository.resolve(JAR);
        try {
            Path jar = Path.of(Files.readString(file).strip());
            if (Files.exists(jar)) {
                return jar;
            }
        } catch (IOException e) {
            // Reported below, like a jar that is missing.
        }
        throw new UserError(
                "The OpenTelemetry javaagent was not found; %s should name its jar.%nType: mvn process-classes"
                        .formatted(file));
    }

    List<String> jvmOptions() {
        return List.of(
                "-javaagent:" + jar,
                // Without these each JVM with an agent warns that it shares fewer classes.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-PrintWarnings");
    }

    /** Its settings for a service: the module's own {@code otel.properties}, else that everything is traced. */
    Map<String, String> environment(String service, CompiledServices code) {
        CompiledServices.Module module = code.module(service);
        Map<String, String> environment = new HashMap<>(UnusedInstrumentations.switchedOff(module));
        if (module.otel().isPresent()) {
            environment.put(CONFIGURATION_FILE, module.otel().get().toString());
        } else {
            environment.put("OTEL_SERVICE_NAME", service);
            environment.put("OTEL_METRICS_EXPORTER", "none");
            environment.put("OTEL_LOGS_EXPORTER", "none");
            environment.put("OTEL_BSP_SCHEDULE_DELAY", SEND_EVERY_MILLIS);
        }
        String receiver = "http://" + ServiceAddresses.HOST + ":" + otlpPort;
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", receiver);
        // The agent prefers the address for traces alone, which the module's settings may have instead.
        environment.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", receiver + "/v1/traces");
        environment.put("OTEL_INSTRUMENTATION_COMMON_PEER_SERVICE_MAPPING", peerNames());
        environment.put("OTEL_BSP_MAX_QUEUE_SIZE", SPANS_WAITING);
        environment.put("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=" + instance + learner());
        // The agent would warn at each start that it had made up another.
        environment.put("OTEL_JAVA_DISABLED_RESOURCE_PROVIDERS", MAKES_UP_INSTANCES);
        return environment;
    }

    /** Names the learner in each span, for a class whose traces all go to one place. */
    private static String learner() {
        String name = System.getenv().getOrDefault("WORKSHOP_NAME", "");
        return name.isBlank() ? "" : ",service.namespace=" + name.strip().replaceAll("[,=\\s]+", "-");
    }

    // localhost:39211=database,localhost:39212=redis
    private String peerNames() {
        return peers.entrySet().stream()
                .map(peer -> ServiceAddresses.HOST + ":" + peer.getKey() + "=" + peer.getValue())
                .collect(Collectors.joining(","));
    }
}
