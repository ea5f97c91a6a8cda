package scores;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** Knows how well each donut goes with each beer; keeps what it knows in Redis. */
public final class ScoreService {

    private static final Logger log = LoggerFactory.getLogger(ScoreService.class);

    private ScoreService() {}

    public static void main(String[] args) {
        try {
            open(Settings.from(System.getenv()));
        } catch (RuntimeException e) {
            // The sentence comes last, where a reader looks first.
            log.error("Its stack trace", e);
            log.error("The score service could not start: {}", e.getMessage());
            System.exit(1);
        }
    }

    static Javalin open(Settings settings) {
        RedisClient redis = Redis.open(settings);
        ScoreIndex index = new ScoreIndex(redis);
        fill(index);

        MatchHandler page = new MatchHandler(index, redis);
        Javalin web = Javalin.create(config -> configure(config, page, redis)).start(settings.host(), settings.port());
        log.info("Open at http://{}:{}", settings.host(), web.port());
        return web;
    }

    /** A Redis that goes away just now is no reason to end: the first guest who finds the index empty fills it. */
    private static void fill(ScoreIndex index) {
        try {
            index.fill();
        } catch (JedisException e) {
            log.warn("Redis went away before the index was filled: {}; the next guest fills it", e.getMessage());
        }
    }

    private static void configure(JavalinConfig config, MatchHandler page, RedisClient redis) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(Redis.CONNECTIONS);
        config.jetty.modifyServer(server -> server.setErrorHandler(new BadMessages()));
        config.jetty.modifyServer(server -> server.insertHandler(new BrowserIcon()));

        config.routes.get("/match", page::match);
        config.routes.get("/health", page::health);

        new Problems(redis).handle(config.routes);
    }
}
