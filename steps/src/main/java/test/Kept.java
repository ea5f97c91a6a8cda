package test;

import coach.course.check.TestBar;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;

/** The answers that the app keeps in its Redis, each under {@code pair:<beer>}; looked at directly, past all wires. */
record Kept(TestBar bar) {

    /** All of them: the next guest of each beer has to wait for its answer again. */
    void forget() {
        ask(redis -> {
            redis.keys("pair:*").forEach(redis::del);
            return null;
        });
    }

    void forget(String beer) {
        ask(redis -> redis.del("pair:" + beer));
    }

    boolean has(String beer) {
        return ask(redis -> redis.exists("pair:" + beer));
    }

    /** How long it is kept, in seconds; -1 where that is for ever. */
    long secondsLeft(String beer) {
        return ask(redis -> redis.ttl("pair:" + beer));
    }

    /** The keys of everything in Redis but the score service's index. */
    Set<String> keys() {
        Set<String> keys = ask(redis -> new TreeSet<>(redis.keys("*")));
        keys.removeIf(key -> key.startsWith("score:"));
        return keys;
    }

    private <T> T ask(Function<RedisClient, T> question) {
        try (RedisClient redis = bar.bar().redis().client()) {
            return question.apply(redis);
        }
    }
}
