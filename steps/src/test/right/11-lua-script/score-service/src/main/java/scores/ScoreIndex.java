package scores;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.NotFoundResponse;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.AbstractTransaction;
import redis.clients.jedis.RedisClient;

/**
 * The scores in Redis.
 *
 * <pre>
 *   score:beers                 the names of all beers           (set)
 *   score:donuts:ipa            the donuts tried with the ipa    (set)
 *   score:pair:ipa:mango-lime   the score of that pair           (JSON)
 * </pre>
 */
final class ScoreIndex {

    private static final Logger log = LoggerFactory.getLogger(ScoreIndex.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEERS = "score:beers";
    private static final String READ = """
            local scores = {}
            for _, donut in ipairs(redis.call('smembers', KEYS[1])) do
                table.insert(scores, redis.call('get', ARGV[1] .. donut))
            end
            return scores""";

    private final RedisClient redis;

    ScoreIndex(RedisClient redis) {
        this.redis = redis;
    }

    /** Writes the whole index, at once: nobody ever reads half of it. */
    void fill() {
        Map<String, List<Score>> byBeer = ScoresFile.byBeer();
        try (AbstractTransaction transaction = redis.multi()) {
            byBeer.forEach((beer, scores) -> {
                transaction.sadd(BEERS, beer);
                transaction.del(donuts(beer));
                for (Score score : scores) {
                    transaction.sadd(donuts(beer), score.donut());
                    transaction.set(pair(beer, score.donut()), write(score));
                }
            });
            transaction.exec();
        }
        log.info("Filled the index: the scores of {} beers", byBeer.size());
    }

    /**
     * The scores of all donuts that were tried with a beer, best first.
     *
     * @throws NotFoundResponse when there is no such beer
     */
    List<Score> of(String beer) {
        List<Score> scores = read(beer);
        if (scores.isEmpty()) {
            Set<String> beers = redis.smembers(BEERS);
            if (!beers.isEmpty() && !beers.contains(beer)) {
                throw Names.unknown("beer", beer, List.copyOf(beers));
            }
            scores = refilled(beer);
        }
        return scores.stream().sorted(Score.BEST_FIRST).toList();
    }

    /** Redis may forget, all of it or a part: then the index is written again. */
    private synchronized List<Score> refilled(String beer) {
        List<Score> byAnother = read(beer);
        if (!byAnother.isEmpty()) {
            return byAnother;
        }
        fill();
        List<Score> scores = read(beer);
        if (scores.isEmpty()) {
            throw Names.unknown("beer", beer, List.copyOf(redis.smembers(BEERS)));
        }
        return scores;
    }

    /** @return nothing when the beer is unknown, or when a part of its scores is gone */
    private List<Score> read(String beer) {
        @SuppressWarnings("unchecked")
        List<String> scores = (List<String>) redis.eval(READ, List.of(donuts(beer)), List.of(pair(beer, "")));
        boolean complete = scores.stream().allMatch(Objects::nonNull);
        return complete ? scores.stream().map(ScoreIndex::parse).toList() : List.of();
    }

    private static String donuts(String beer) {
        return "score:donuts:" + beer;
    }

    private static String pair(String beer, String donut) {
        return "score:pair:" + beer + ":" + donut;
    }

    private static String write(Score score) {
        try {
            return JSON.writeValueAsString(score);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Score parse(String json) {
        try {
            return JSON.readValue(json, Score.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not a score: " + json, e);
        }
    }
}
