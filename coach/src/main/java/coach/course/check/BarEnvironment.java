package coach.course.check;

import coach.bar.BarHost;
import java.util.Optional;

/**
 * Where the bars of a check are opened.
 *
 * @param redisUrl a Redis that runs already, or none for one of each bar's own
 */
public record BarEnvironment(BarHost place, Optional<String> redisUrl) {

    /** On this machine, with all that they need. */
    public static final BarEnvironment ORDINARY = new BarEnvironment(BarHost.thisMachine(), Optional.empty());
}
