package beerdonut.pairing;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import redis.clients.jedis.RedisClient;

/** Keeps each answer in memory. */
public final class PairingCache implements PairingSource {

    private static final Map<String, Match> ANSWERS = new ConcurrentHashMap<>();

    private final Pairings pairings;

    public PairingCache(RedisClient redis, Duration ttl, Pairings pairings) {
        this.pairings = pairings;
    }

    public Match bestFor(String beer) {
        return ANSWERS.computeIfAbsent(beer, pairings::bestFor);
    }
}
