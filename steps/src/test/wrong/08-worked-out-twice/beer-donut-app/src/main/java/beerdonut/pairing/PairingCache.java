package beerdonut.pairing;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Keeps each answer in Redis for a while, so that the next guest with the same beer need not wait for it. */
public final class PairingCache implements PairingSource {

    private static final Logger log = LoggerFactory.getLogger(PairingCache.class);

    private final RedisClient redis;
    private final SetParams expiry;
    private final Pairings pairings;

    public PairingCache(RedisClient redis, Duration ttl, Pairings pairings) {
        this.redis = redis;
        this.expiry = new SetParams().ex(ttl.toSeconds());
        this.pairings = pairings;
    }

    /** Looks in the cache first; works out only what is not there. */
    public Match bestFor(String beer) {
        try {
            String kept = redis.get("pair:" + beer);
            if (kept != null) {
                return Match.fromJson(kept);
            }
            Match match = pairings.bestFor(beer);
            redis.set("pair:" + beer, match.toJson(), expiry);
            return match;
        } catch (JedisException | IllegalArgumentException e) {
            log.warn("Going on without the cache: {}", e.getMessage());
            return pairings.bestFor(beer);
        }
    }
}
