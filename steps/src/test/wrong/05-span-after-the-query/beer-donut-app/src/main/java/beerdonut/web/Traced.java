package beerdonut.web;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.time.Instant;
import java.util.function.Supplier;

/** Shows a piece of work as a span in the trace of its request, and times it for the log as well. */
public final class Traced {

    private Traced() {}

    @SuppressWarnings("try") // The timer need not be used, only closed.
    public static <T> T call(String name, Supplier<T> work) {
        long start = System.nanoTime();
        RuntimeException failure = null;
        try (Timer timer = new Timer(name)) {
            return work.get();
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            invent(name, System.nanoTime() - start, failure);
        }
    }

    private static void invent(String name, long nanos, RuntimeException failure) {
        Instant end = Instant.now();
        Span span = GlobalOpenTelemetry.getTracer("beerdonut")
                .spanBuilder(name)
                .setStartTimestamp(end.minusNanos(nanos))
                .startSpan();
        if (failure != null) {
            span.setStatus(StatusCode.ERROR).recordException(failure);
        }
        span.end(end);
    }
}
