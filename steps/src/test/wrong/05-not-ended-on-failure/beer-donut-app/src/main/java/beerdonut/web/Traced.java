package beerdonut.web;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/** Shows a piece of work as a span in the trace of its request, and times it for the log as well. */
public final class Traced {

    private Traced() {}

    @SuppressWarnings("try") // Neither the scope nor the timer need be used, only closed.
    public static <T> T call(String name, Supplier<T> work) {
        // Without an agent this makes spans that go nowhere and cost nothing.
        Span span = GlobalOpenTelemetry.getTracer("beerdonut").spanBuilder(name).startSpan();
        // Current: the spans of whatever the work does become its children.
        try (Scope scope = span.makeCurrent();
                Timer timer = new Timer(name)) {
            T result = work.get();
            span.end();
            return result;
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR).recordException(e);
            throw e;
        }
    }
}
