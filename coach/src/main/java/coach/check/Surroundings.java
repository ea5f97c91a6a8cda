package coach.check;

import coach.bar.Place;
import java.util.Optional;

/**
 * Where the bars of a check are opened.
 *
 * @param redisUrl a Redis that runs already, or none for one of each bar's own
 */
public record Surroundings(Place place, Optional<String> redisUrl) {

    /** On this machine, with all that they need. */
    public static final Surroundings ORDINARY = new Surroundings(Place.thisMachine(), Optional.empty());
}
