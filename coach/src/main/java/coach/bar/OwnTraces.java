package coach.bar;

import coach.bar.compiler.CompiledServices;
import traces.model.TraceSummary;

/** The traces of what the services do by themselves: their start, the filling of the database, and health checks. */
public final class OwnTraces {

    private static final String HEALTH = "/health";

    private OwnTraces() {}

    /** A trace that is not whole may be of a request whose span arrives last; a trace of others is none of the bar's. */
    public static boolean include(TraceSummary trace) {
        boolean ours = CompiledServices.MODULES.contains(trace.rootService());
        return ours
                && trace.whole()
                && (trace.request().isEmpty() || trace.request().equals(HEALTH));
    }
}
