package beerdonut.web;

import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;

/** Shows a piece of work as a span in the trace of its request, and times it for the log as well. */
public final class Traced {

    private Traced() {}

    public static <T> T call(String name, Supplier<T> work) {
        // Without an agent this makes spans that go nowhere and cost nothing.
        Span span = GlobalOpenTelemetry.getTracer("beerdonut").spanBuilder(name).startSpan();
        // Current: the spans of whatever the work does become its children.
        try (Timer timer = new Timer(name)) {
            return Context.current().with(span).wrapSupplier(work).get();
        } catch (RuntimeException e) {
            span.setStatus(StatusCode.ERROR).recordException(e);
            throw e;
        } finally {
            span.end();
        }
    }
}
