package beerdonut;

import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;

/** Opens Redis, for the cache you will make in step 08: a pool of connections to it. */
final class Redis {

    /** Short, because a cache that keeps its guests waiting is worse than none. */
    private static final int ANSWER_WITHIN_MILLIS = 1_500;

    private static final Duration IDLE_FOR = Duration.ofSeconds(5);

    private Redis() {}

    /** Connects to nothing yet: the app can work without a cache, so it also starts without. */
    static RedisClient open(Settings settings) {
        URI url = settings.redisUrl();
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(Database.CONNECTIONS);
        pool.setMaxIdle(Database.CONNECTIONS);
        // A connection that has been idle may be dead: rather a new one than a guest who waits for nothing.
        pool.setMinEvictableIdleDuration(IDLE_FOR);
        pool.setTimeBetweenEvictionRuns(IDLE_FOR.dividedBy(5));
        // Not resp2(): that says HELLO 2, and the Redis that runs on Windows is too old even for a HELLO.
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder(url)
                .serverDefaultProtocol()
                .timeoutMillis(ANSWER_WITHIN_MILLIS)
                .build();
        return RedisClient.builder()
                .clientConfig(config)
                .poolConfig(pool)
                .hostAndPort(url.getHost(), url.getPort())
                .build();
    }
}
