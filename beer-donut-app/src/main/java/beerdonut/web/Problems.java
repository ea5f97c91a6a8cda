package beerdonut.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.EndpointNotFound;
import java.time.Clock;
import org.eclipse.jetty.util.URIUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns exceptions into problem details for the guest, and into a stack trace in the log where the fault is ours. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final StackTraces stackTraces = new StackTraces(Clock.systemUTC());

    private Problems() {}

    public static void handle(RoutesConfig routes) {
        routes.exception(EndpointNotFound.class, (e, ctx) -> unknownPath(ctx));
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> wrongMethod(ctx));
        routes.exception(HttpResponseException.class, Problems::meant);
        routes.exception(Exception.class, Problems::failed);
    }

    private static void unknownPath(Context ctx) {
        String path = URIUtil.decodePath(ctx.path());
        Problem.show(ctx, 404, "no page at '%s'; / lists all that there are".formatted(path));
    }

    private static void wrongMethod(Context ctx) {
        ctx.header(Header.ALLOW, "GET");
        Problem.show(ctx, 405, "%s is not for %s; use GET".formatted(ctx.method(), URIUtil.decodePath(ctx.path())));
    }

    private static void failed(Exception e, Context ctx) {
        Refusal.of(e).ifPresentOrElse(refusal -> refused(refusal, ctx), () -> ourFault(e, ctx));
    }

    private static void meant(HttpResponseException e, Context ctx) {
        Refusal.of(e)
                .ifPresentOrElse(
                        refusal -> refused(refusal, ctx), () -> Problem.show(ctx, e.getStatus(), e.getMessage()));
    }

    private static void refused(HttpResponseException e, Context ctx) {
        Throwable cause = stackTraces.toLog(e.getCause());
        log.warn("{} {} was refused: {}", ctx.method(), ctx.path(), e.getMessage(), cause);
        ctx.header(Header.RETRY_AFTER, e.getDetails().getOrDefault(Header.RETRY_AFTER, Refusal.RETRY_AFTER_SECONDS));
        Problem.show(ctx, e.getStatus(), e.getMessage());
    }

    private static void ourFault(Exception e, Context ctx) {
        log.error("{} {} failed: {}", ctx.method(), ctx.path(), e.toString(), stackTraces.toLog(e));
        Problem.show(ctx, 500, "something went wrong in the bar; its log says what");
    }
}
