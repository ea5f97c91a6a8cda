package beerdonut.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every request an id, and says how it went: to the guest in headers, and in one line of the log. */
public final class RequestLog {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    public static void handle(RoutesConfig routes) {
        routes.before(RequestLog::start);
        // Runs for every request, and after the exceptions have become problem details: the status is final.
        routes.after(RequestLog::end);
    }

    private static void start(Context ctx) {
        ctx.attribute("start", System.nanoTime());
        ctx.attribute("id", id(ctx.header("X-Request-Id")));
    }

    /** The guest's own, so that both speak of the same request; but nothing that could forge a line of the log. */
    private static String id(String given) {
        boolean harmless = given != null && given.matches("[A-Za-z0-9._-]{1,64}");
        return harmless ? given : UUID.randomUUID().toString();
    }

    private static void end(Context ctx) {
        long start = ctx.attribute("start");
        String id = ctx.attribute("id");
        String millis = String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e6);
        ctx.header("X-Request-Id", id).header("Server-Timing", "app;dur=" + millis);
        nameTheTrace(ctx, Span.current().getSpanContext());
        String line = "request id={} method={} path={} status={} ms={}";
        log.info(line, id, ctx.method(), ctx.path(), ctx.statusCode(), millis);
    }

    // 00-<trace id>-<span id>-<flags>: who has the answer can look up its trace.
    private static void nameTheTrace(Context ctx, SpanContext span) {
        String flags = span.getTraceFlags().asHex();
        ctx.header("traceresponse", "00-" + span.getTraceId() + "-" + span.getSpanId() + "-" + flags);
    }
}
