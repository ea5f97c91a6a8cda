package traces.model;

import java.util.Optional;

/**
 * The times of a span, repaired as far as possible.
 *
 * @param start in nanoseconds since 1970
 * @param duration in nanoseconds; 0 where it is not known
 * @param fault what is wrong with the times that were sent, as a few words
 * @param isAdrift whether the start says nothing about when the span was
 */
record SpanTimes(long start, long duration, Optional<String> fault, boolean hasDuration, boolean isAdrift) {

    static final SpanTimes UNKNOWN = new SpanTimes(0, 0, Optional.empty(), false, true);

    static SpanTimes of(long start, long duration) {
        return new SpanTimes(start, duration, Optional.empty(), true, false);
    }

    SpanTimes faulty(String why) {
        return new SpanTimes(start, duration, Optional.of(why), hasDuration, isAdrift);
    }

    SpanTimes withoutDuration() {
        return new SpanTimes(start, 0, fault, false, isAdrift);
    }

    SpanTimes adrift() {
        return new SpanTimes(start, duration, fault, hasDuration, true);
    }
}
