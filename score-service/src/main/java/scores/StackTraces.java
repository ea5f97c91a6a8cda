package scores;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Keeps the log readable while each request fails: lets the stack trace of a cause into it once a minute. */
final class StackTraces {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Exceptions can cause each other in a circle. */
    private static final int DEEPEST = 20;

    private final Clock clock;
    private final Map<String, Instant> logged = new HashMap<>();

    StackTraces(Clock clock) {
        this.clock = clock;
    }

    /** Returns the exception for the logger, or null when its stack trace has been logged within the last minute. */
    synchronized Throwable toLog(Throwable e) {
        Instant now = clock.instant();
        Instant before = logged.getOrDefault(cause(e), Instant.MIN);
        if (before.plus(PAUSE).isAfter(now)) {
            return null;
        }
        logged.put(cause(e), now);
        return e;
    }

    /** Types and places, and not the messages: those name ids and ports, and differ each time. */
    private static String cause(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(each -> each.getClass().getName()
                        + Stream.of(each.getStackTrace()).limit(1).toList())
                .collect(joining(", caused by "));
    }
}
