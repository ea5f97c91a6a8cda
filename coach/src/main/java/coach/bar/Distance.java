package coach.bar;

import coach.bar.environment.UserError;
import java.time.Duration;

/**
 * The distance of each backend: the round trip that its wires add. It is long enough to feel a loop of queries, and
 * short enough to be realistic: a database in the next room answers within a millisecond, a cache in half of that.
 */
public record Distance(Duration database, Duration redis) {

    private static final int LONGEST_MILLIS = 10_000;

    public static final Distance DEFAULT = new Distance(Duration.ofMillis(1), Duration.ofNanos(500_000));

    /** @param databaseMillis milliseconds, 0 for no delay; fractions are allowed */
    public static Distance ofMillis(double databaseMillis, double redisMillis) {
        return new Distance(duration("--database-ms", databaseMillis), duration("--redis-ms", redisMillis));
    }

    private static Duration duration(String option, double millis) {
        if (!(millis >= 0 && millis <= LONGEST_MILLIS)) {
            throw new UserError(option + " is " + millis + "; it should be a number from 0 to " + LONGEST_MILLIS + ".");
        }
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }
}
