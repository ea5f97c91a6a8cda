package coach.bar;

import coach.bar.compiler.CompiledServices;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of the app's JVM; no other JVM of the bar gets them.
 *
 * @param typed by the person who opens the bar
 * @param ownTracer whether the agents of the code's labs are attached, in place of OpenTelemetry's
 */
public record AppOptions(List<String> typed, boolean ownTracer) {

    public static final AppOptions NONE = new AppOptions(List.of(), false);
    public static final AppOptions OWN_TRACER = new AppOptions(List.of(), true);

    /** Returns the options for that code, which names the jars of its agents. */
    List<String> of(CompiledServices code, int otlpPort) {
        List<String> options = new ArrayList<>(ownTracer ? code.labAgents(otlpPort) : List.of());
        options.addAll(typed);
        return options;
    }
}
