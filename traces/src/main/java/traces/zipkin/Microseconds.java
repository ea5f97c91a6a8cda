package traces.zipkin;

import traces.model.Span;

/** Converts OTLP's unsigned nanoseconds into microseconds, Zipkin's unit of time. */
final class Microseconds {

    private static final long NANOS = 1_000;

    private Microseconds() {}

    /** @param nanos since 1970, unsigned */
    static long of(long nanos) {
        return Long.divideUnsigned(nanos, NANOS);
    }

    /** Adds start and duration, of at least 1 µs; a span without a start gets neither, as Zipkin has it. */
    static void addTimes(Span span, zipkin2.Span.Builder zipkin) {
        long start = of(span.proto().getStartTimeUnixNano());
        if (start == 0) {
            return;
        }
        zipkin.timestamp(start).duration(Math.max(1, span.duration() / NANOS));
    }
}
