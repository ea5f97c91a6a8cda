package scores;

import io.javalin.http.Context;
import java.util.Map;
import redis.clients.jedis.RedisClient;

/** Answers «which donut goes with this beer?», and whether the service can do its work. */
final class MatchHandler {

    private final ScoreIndex index;
    private final RedisClient redis;

    MatchHandler(ScoreIndex index, RedisClient redis) {
        this.index = index;
        this.redis = redis;
    }

    void match(Context ctx) {
        String beer = Names.checked(ctx.queryParam("beer"), "/match?beer=ipa");
        ctx.json(Match.of(beer, index.of(beer)));
    }

    void health(Context ctx) {
        redis.ping();
        ctx.json(Map.of("status", "up"));
    }
}
