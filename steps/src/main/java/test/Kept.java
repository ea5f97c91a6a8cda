package test;

import coach.course.check.TestBar;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;

/** The answers that the app keeps in Redis, each under {@code pair:<beer>}; read directly, not over a wire. */
record Kept(TestBar bar) {

    /** Deletes all kept answers, so that the next request of each beer has to wait again. */
    void forget() {
        ask(redis -> {
            redis.keys("pair:*").forEach(redis::del);
            return null;
        });
    }

    void forget(String beer) {
        ask(redis -> redis.del("pair:" + beer));
    }

    /** Lets an answer expire earlier than it would. */
    void shorten(String beer, long seconds) {
        ask(redis -> redis.expire("pair:" + beer, seconds));
    }

    /** Puts this in the place of an answer. */
    void put(String beer, String text) {
        ask(redis -> redis.set("pair:" + beer, text));
    }

    /** Puts a list in the place of an answer, which Redis does not give to a client that asks for a text. */
    void putList(String beer) {
        forget(beer);
        ask(redis -> redis.rpush("pair:" + beer, "not an answer"));
    }

    boolean has(String beer) {
        return ask(redis -> redis.exists("pair:" + beer));
    }

    /** Gives the seconds that an answer is kept; -1 if it is kept for ever. */
    long secondsLeft(String beer) {
        return ask(redis -> redis.ttl("pair:" + beer));
    }

    /** Gives all keys in Redis but those of the score service's index. */
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
