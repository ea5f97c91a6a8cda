package traces.otlp;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of the receiver, and its answers to requests that match none. */
final class OtlpRoutes {

    private static final Logger log = LoggerFactory.getLogger(OtlpRoutes.class);

    private static final String WHAT_TO_SEND =
            "POST spans to /v1/traces, as application/x-protobuf or application/json;"
                    + " metrics and logs, which are dropped, to /v1/metrics and /v1/logs.";

    private OtlpRoutes() {}

    static void add(ExportHandler exports, RoutesConfig routes) {
        routes.before(OtlpRoutes::refuseBrowsers);
        routes.post("/v1/traces", exports::spans);
        routes.post("/v1/metrics", exports::others);
        routes.post("/v1/logs", exports::others);

        routes.exception(HttpRefusal.class, (e, ctx) -> e.answer(ctx));
        routes.exception(EndpointNotFound.class, (e, ctx) -> unknownPath(ctx));
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> wrongMethod(ctx));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> HttpRefusal.because(e.getStatus(), e.getMessage()).answer(ctx));
        routes.exception(IOException.class, (e, ctx) -> senderLeft(ctx));
        routes.exception(Exception.class, OtlpRoutes::ourFault);
    }

    /** Only a browser sends the header Origin, for a web page; an exporter never does. */
    private static void refuseBrowsers(Context ctx) throws HttpRefusal {
        if (ctx.header(Header.ORIGIN) != null) {
            throw HttpRefusal.because(403, "Spans are not taken from pages in a browser.");
        }
    }

    private static void unknownPath(Context ctx) {
        HttpRefusal.because(404, "Nothing is at %s. %s%s".formatted(ctx.path(), hint(ctx.path()), WHAT_TO_SEND))
                .answer(ctx);
    }

    // An endpoint that ends in a slash, or has a path already, gets another in front of the SDK's own.
    static String hint(String path) {
        if (path.contains("//")) {
            return "It has a slash too many: OTEL_EXPORTER_OTLP_ENDPOINT should not end with one, as in"
                    + " http://localhost:4318. ";
        }
        if (path.indexOf("/v1/") != path.lastIndexOf("/v1/")) {
            return "It has its path twice: OTEL_EXPORTER_OTLP_ENDPOINT should have none, as in"
                    + " http://localhost:4318. ";
        }
        if (path.equals("/")) {
            return "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT should have the whole path, as in"
                    + " http://localhost:4318/v1/traces. ";
        }
        return path.startsWith("/api/v") ? "That is a path of Zipkin's; this receiver speaks OTLP. " : "";
    }

    private static void wrongMethod(Context ctx) {
        ctx.header(Header.ALLOW, "POST");
        HttpRefusal.because(405, "%s is not for %s. %s".formatted(ctx.method(), ctx.path(), WHAT_TO_SEND))
                .answer(ctx);
    }

    // Not logged: a program that ends while it exports is no error here.
    private static void senderLeft(Context ctx) {
        HttpRefusal.because(400, "The body did not arrive as a whole.").answer(ctx);
    }

    private static void ourFault(Exception e, Context ctx) {
        log.error("{} {} failed", ctx.method(), ctx.path(), e);
        HttpRefusal.because(500, "Something went wrong in the receiver; what its program prints says what.")
                .answer(ctx);
    }
}
