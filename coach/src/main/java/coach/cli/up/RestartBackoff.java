package coach.cli.up;

import java.time.Duration;
import java.util.Optional;

/** Says how long to wait until a process that has died is started again: twice as long each time, and not for ever. */
final class RestartBackoff {

    static final int TRIES = 5;

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** A process that has run for so long did not die of what its predecessor died of. */
    private static final Duration STEADY = Duration.ofMinutes(2);

    private int tries;

    /**
     * How long to wait this time; empty once it has died too often.
     *
     * @param ran how long the process has run
     */
    Optional<Duration> after(Duration ran) {
        if (ran.compareTo(STEADY) >= 0) {
            tries = 0;
        }
        if (tries == TRIES) {
            return Optional.empty();
        }
        Duration wait = FIRST.multipliedBy(1L << tries);
        tries++;
        return Optional.of(wait);
    }
}
