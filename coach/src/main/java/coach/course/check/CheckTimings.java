package coach.course.check;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The time that each part of a check takes. */
final class CheckTimings {

    private final Map<String, Duration> laps = new LinkedHashMap<>();
    private long last = System.nanoTime();

    /** Notes that a part has just ended; it began when the part before it ended. */
    synchronized void lap(String what) {
        long now = System.nanoTime();
        laps.merge(what, Duration.ofNanos(now - last), Duration::plus);
        last = now;
    }

    /** Gives a line for each part. */
    synchronized String text() {
        return laps.entrySet().stream()
                .map(lap -> String.format(
                        Locale.ROOT, "  %5.1f s  %s", lap.getValue().toMillis() / 1e3, lap.getKey()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
