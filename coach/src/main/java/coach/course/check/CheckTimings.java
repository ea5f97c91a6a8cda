package coach.course.check;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time that each part of a check takes. */
final class CheckTimings {

    private final Map<String, Duration> laps = new LinkedHashMap<>();
    private long last;

    /** @param begun when the first part began */
    CheckTimings(Instant begun) {
        last = System.nanoTime() - Duration.between(begun, Instant.now()).toNanos();
    }

    /** Notes that a part has just ended; it began when the part before it ended. */
    synchronized void lap(String what) {
        long now = System.nanoTime();
        laps.merge(what, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    /** Gives a line for each part, and one for the sum. */
    synchronized String text() {
        Duration sum = laps.values().stream().reduce(Duration.ZERO, Duration::plus);
        return Stream.concat(
                        laps.entrySet().stream().map(lap -> line(lap.getValue(), lap.getKey())),
                        Stream.of(line(sum, "in all")))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(Duration time, String what) {
        return String.format(Locale.ROOT, "  %5.1f s  %s", time.toMillis() / 1e3, what);
    }
}
