package coach.cli;

import java.time.Duration;
import java.util.Optional;

/** The waiting times before restarts of a process that has died: each twice as long, and only a few. */
final class RestartBackoff {

    static final int TRIES = 5;

    private static final Duration FIRST = Duration.ofSeconds(1);

    /** After running this long, a process did not die of its predecessor's cause. */
    private static final Duration STEADY = Duration.ofMinutes(2);

    private int tries;

    /**
     * The next waiting time; empty once the process has died too often.
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
