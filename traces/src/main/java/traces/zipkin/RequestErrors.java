package traces.zipkin;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers failed requests with a sentence of plain text. */
final class RequestErrors {

    private static final Logger log = LoggerFactory.getLogger(RequestErrors.class);

    private RequestErrors() {}

    static void addTo(RoutesConfig routes) {
        routes.exception(EndpointNotFound.class, (e, ctx) -> unknownPath(ctx));
        routes.exception(MethodNotAllowedResponse.class, RequestErrors::wrongMethod);
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus(), e.getMessage()));
        routes.exception(Exception.class, RequestErrors::internalError);
    }

    private static void unknownPath(Context ctx) {
        answer(ctx, 404, "There is nothing at " + ctx.path() + ". The traces are at /zipkin/");
    }

    private static void wrongMethod(MethodNotAllowedResponse e, Context ctx) {
        String allowed = String.join(", ", e.getDetails().values());
        ctx.header(Header.ALLOW, allowed);
        answer(ctx, 405, ctx.method() + " is not for " + ctx.path() + ", which takes " + allowed);
    }

    private static void internalError(Exception e, Context ctx) {
        log.error("{} {} failed", ctx.method(), ctx.path(), e);
        answer(ctx, 500, "The page failed; this is a fault of this server. Its output says more.");
    }

    private static void answer(Context ctx, int status, String sentence) {
        ctx.status(status).contentType("text/plain; charset=utf-8").header(Header.CACHE_CONTROL, "no-store");
        ctx.result(sentence);
    }
}
