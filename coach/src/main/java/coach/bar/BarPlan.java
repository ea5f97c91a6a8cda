package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a bar that is to be opened.
 *
 * @param repository the folder that holds the modules
 * @param code the compiled services
 * @param folder the bar's own files; deleted when it closes
 * @param logs the folder for the output of each process; kept
 * @param redisUrl a Redis that runs already, or none for one of the bar's own
 * @param withScores whether the score service runs; the app needs it from step 09 on
 * @param settings environment variables of both services, besides the addresses of the others
 * @param appOptions the options of the app's JVM
 */
public record BarPlan(
        Path repository,
        CompiledServices code,
        Path folder,
        Path logs,
        int appPort,
        int scorePort,
        Distance distance,
        Optional<String> redisUrl,
        Tracing tracing,
        boolean withScores,
        Map<String, String> settings,
        AppOptions appOptions) {

    /** Makes the plan of a bar whose app has no options of its own. */
    public BarPlan(
            Path repository,
            CompiledServices code,
            Path folder,
            Path logs,
            int appPort,
            int scorePort,
            Distance distance,
            Optional<String> redisUrl,
            Tracing tracing,
            boolean withScores,
            Map<String, String> settings) {
        this(
                repository,
                code,
                folder,
                logs,
                appPort,
                scorePort,
                distance,
                redisUrl,
                tracing,
                withScores,
                settings,
                AppOptions.NONE);
    }

    /**
     * The settings for receiving and showing a bar's traces.
     *
     * @param otlpPort the port at which spans are received
     * @param pagePort the port of the web pages
     * @param agent whether both services run with the OpenTelemetry javaagent, even if their code does not ask for it
     * @param forwarding environment variables that may name another receiver: see {@link traces.otlp.OtlpForwarder}
     */
    public record Tracing(int otlpPort, int pagePort, boolean agent, Map<String, String> forwarding) {}

    /** Returns whether the javaagent runs. */
    public boolean traced() {
        return traced(code);
    }

    /** Returns whether the javaagent runs with that code. */
    boolean traced(CompiledServices other) {
        return tracing.agent() || other.traced() && !appOptions.ownTracer();
    }
}
