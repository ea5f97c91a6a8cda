package beerdonut.pairing;

import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.GetExParams;
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
        return find(beer).orElseGet(() -> keep(pairings.bestFor(beer)));
    }

    private Optional<Match> find(String beer) {
        try {
            return Optional.ofNullable(redis.getEx("pair:" + beer, new GetExParams()))
                    .map(Match::fromJson);
        } catch (JedisException | IllegalArgumentException e) {
            // The cache only saves time: without it the guest waits a little longer.
            log.warn("Going on without the cache: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Match keep(Match match) {
        try {
            redis.set("pair:" + match.beer(), match.toJson(), expiry);
        } catch (JedisException e) {
            log.warn("Not kept in the cache: {}", e.getMessage());
        }
        return match;
    }
}
