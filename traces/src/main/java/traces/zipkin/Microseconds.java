package traces.zipkin;

import traces.model.Span;

/** Zipkin's unit of time, in which OTLP's largest nanoseconds are far from an overflow. */
final class Microseconds {

    private static final long NANOS = 1_000;

    private Microseconds() {}

    /** @param nanos since 1970, unsigned */
    static long of(long nanos) {
        return Long.divideUnsigned(nanos, NANOS);
    }

    /** A span that doesn't say when it started has neither time in Zipkin; any other takes at least 1 µs. */
    static void addTimes(Span span, zipkin2.Span.Builder zipkin) {
        long start = of(span.said().getStartTimeUnixNano());
        if (start == 0) {
            return;
        }
        zipkin.timestamp(start).duration(Math.max(1, span.duration() / NANOS));
    }
}
