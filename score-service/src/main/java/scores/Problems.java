package scores;

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
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Turns exceptions into problem details for the caller, and into a stack trace in the log where the fault is ours. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final StackTraces stackTraces = new StackTraces(Clock.systemUTC());

    private static final String RETRY_AFTER_SECONDS = "2";

    private final RedisClient redis;

    Problems(RedisClient redis) {
        this.redis = redis;
    }

    void handle(RoutesConfig routes) {
        routes.exception(EndpointNotFound.class, (e, ctx) -> unknownPath(ctx));
        routes.exception(MethodNotAllowedResponse.class, (e, ctx) -> wrongMethod(ctx));
        routes.exception(HttpResponseException.class, (e, ctx) -> Problem.show(ctx, e.getStatus(), e.getMessage()));
        routes.exception(JedisConnectionException.class, this::redisIsAway);
        routes.exception(Exception.class, Problems::ourFault);
    }

    private static void unknownPath(Context ctx) {
        String path = URIUtil.decodePath(ctx.path());
        Problem.show(ctx, 404, "no page at '%s'; there are /match?beer=ipa and /health".formatted(path));
    }

    private static void wrongMethod(Context ctx) {
        ctx.header(Header.ALLOW, "GET");
        Problem.show(ctx, 405, "%s is not for %s; use GET".formatted(ctx.method(), URIUtil.decodePath(ctx.path())));
    }

    private void redisIsAway(JedisConnectionException e, Context ctx) {
        log.warn("{} {} found no Redis: {}", ctx.method(), ctx.path(), e.getMessage(), stackTraces.toLog(e));
        // The idle connections in the pool are as dead as this one; without them the next request opens a new one.
        redis.getPool().clear();
        ctx.header(Header.RETRY_AFTER, RETRY_AFTER_SECONDS);
        Problem.show(ctx, 503, "Redis does not answer; try again in " + RETRY_AFTER_SECONDS + " s");
    }

    private static void ourFault(Exception e, Context ctx) {
        log.error("{} {} failed: {}", ctx.method(), ctx.path(), e.toString(), stackTraces.toLog(e));
        Problem.show(ctx, 500, "something went wrong in the score service; its log says what");
    }
}
