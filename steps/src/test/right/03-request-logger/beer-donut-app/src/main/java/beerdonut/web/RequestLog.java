package beerdonut.web;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives every request an id, and says how it went: to the guest in headers, and in one line of the log. */
public final class RequestLog {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    private RequestLog() {}

    public static void handle(JavalinConfig config) {
        config.routes.before(RequestLog::start);
        config.routes.after(RequestLog::end);
        config.requestLogger.http(RequestLog::log);
    }

    private static void start(Context ctx) {
        ctx.attribute("start", System.nanoTime());
        String id = id(ctx.header("X-Request-Id"));
        ctx.attribute("id", id);
        ctx.header("X-Request-Id", id);
    }

    /** The guest's own, so that both speak of the same request; but nothing that could forge a line of the log. */
    private static String id(String given) {
        boolean harmless = given != null && given.matches("[A-Za-z0-9._-]{1,64}");
        return harmless ? given : UUID.randomUUID().toString();
    }

    private static void end(Context ctx) {
        long start = ctx.attribute("start");
        ctx.header("Server-Timing", "app;dur=" + tenths((System.nanoTime() - start) / 1e6));
    }

    private static void log(Context ctx, Float millis) {
        String id = ctx.attribute("id");
        String line = "request id={} method={} path={} status={} ms={}";
        log.info(line, id, ctx.method(), ctx.path(), ctx.statusCode(), tenths(millis));
    }

    private static String tenths(double millis) {
        return String.format(Locale.ROOT, "%.1f", millis);
    }
}
