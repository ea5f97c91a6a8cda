package coach.bar;

import java.time.Duration;

/**
 * How far away each backend is: the round trip that its wires add. Far enough to feel a loop of queries, near enough to be
 * believed: a database in the next room answers within a millisecond, a cache in half of that.
 */
public record Distance(Duration database, Duration redis) {

    public static final Distance DEFAULT = new Distance(Duration.ofMillis(1), Duration.ofNanos(500_000));

    public Distance {
        check("database", database);
        check("redis", redis);
    }

    /** @param databaseMillis milliseconds, 0 for none; fractions count */
    public static Distance ofMillis(double databaseMillis, double redisMillis) {
        return new Distance(duration(databaseMillis), duration(redisMillis));
    }

    private static Duration duration(double millis) {
        return Duration.ofNanos(Math.round(millis * 1_000_000));
    }

    private static void check(String backend, Duration roundTrip) {
        if (roundTrip.isNegative()) {
            throw new CannotOpen("the round trip to the " + backend + " must not be negative, was " + roundTrip);
        }
    }
}
