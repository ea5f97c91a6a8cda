package scores;

import java.net.URI;
import java.time.Duration;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisException;

/** Opens Redis: a pool of connections to it. */
final class Redis {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
    private static final int ANSWER_WITHIN_MILLIS = 2_000;
    /** As many as the web server has threads, so that no request has to wait for a connection. */
    static final int CONNECTIONS = 32;

    private static final Duration IDLE_FOR = Duration.ofSeconds(5);

    private Redis() {}

    /**
     * Waits for a Redis that is still starting, but not for ever.
     *
     * @throws IllegalStateException when it has not answered by then
     */
    static RedisClient open(Settings settings) {
        URI url = settings.redisUrl();
        Duration wait = settings.waitAtStart();
        log.info("Waiting up to {} s for Redis at {}:{}", wait.toSeconds(), url.getHost(), url.getPort());
        RedisClient redis = client(url);
        long start = System.nanoTime();
        while (!answers(redis, System.nanoTime() - start > wait.toNanos())) {
            pause();
        }
        return redis;
    }

    private static RedisClient client(URI url) {
        GenericObjectPoolConfig<Connection> pool = new GenericObjectPoolConfig<>();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        // A connection that has been idle may be dead: rather a new one than an error for the next guest.
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

    private static boolean answers(RedisClient redis, boolean lastTry) {
        try {
            return "PONG".equals(redis.ping());
        } catch (JedisAccessControlException e) {
            throw new IllegalStateException(
                    "Redis does not take the password in REDIS_URL: " + e.getMessage()
                            + " ./workshop env prints what to set",
                    e);
        } catch (JedisException e) {
            // Not there yet, or there and still loading what it knows.
            if (lastTry) {
                throw new IllegalStateException(
                        "no Redis answers: " + e.getMessage() + "; is it running? REDIS_URL says where it is", e);
            }
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Redis", e);
        }
    }
}
