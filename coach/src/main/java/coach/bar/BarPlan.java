package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which bar to open.
 *
 * @param repository the folder that holds the modules
 * @param code what the two services are
 * @param folder what the bar writes while it is open; deleted when it closes
 * @param logs where each part's output goes; kept
 * @param redisUrl a Redis that runs already, or none for one of the bar's own
 * @param tracing how its traces are received and shown
 * @param withScores whether the score service runs; the app needs it from step 09 on
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
        TracingSettings tracing,
        boolean withScores) {}
