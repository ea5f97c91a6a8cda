package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.wire.Traffic;
import coach.course.check.BackendCounts;
import coach.course.check.RepeatedRequest;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.RedisClient;

/** Step 11: the score service reads all scores of a beer at once, and still from Redis. */
@StepTest(refusesTheStateBefore = "At most 2 commands were expected for GET")
class OneReadTest {

    private static final String MATCH = "/match?beer=";

    @Test
    @Order(1)
    void asksRedisAtMostTwice_forAMatch(StepContext context) {
        TestBar bar = context.after();
        for (String beer : List.of("saison", "barleywine", "kölsch", "witbier", "helles")) {
            // The second time: who remembers the first has nothing to ask.
            bar.scores().get(MATCH + beer);
            Traffic toRedis = bar.bar().wires().scoresToRedis().traffic();
            long before = toRedis.flights();
            BackendCounts counted = bar.count(() -> bar.scores().get(MATCH + beer));
            atMostTwo(beer, counted, toRedis.flights() - before);
        }
        context.say("for each match at most 2 commands, instead of one for each donut");
    }

    private static void atMostTwo(String beer, BackendCounts counted, long flights) {
        assertThat(counted.redisCount())
                .withFailMessage(() -> """
                        For GET %s%s Redis counted no command at all. The scores are kept in Redis and should be read there:
                        whoever remembers them elsewhere does not hear when they change.""".formatted(MATCH, beer))
                .isPositive();
        assertThat(sent(counted))
                .withFailMessage(() -> """
                        At most 2 commands were expected for GET %s%s, but Redis counted %d: %s.
                        One for the donuts of the beer, and one for all their scores; a pipeline saves the waiting alone, \
                        Redis still works through every command.""".formatted(MATCH, beer, sent(counted), counted.redis()))
                .isLessThanOrEqualTo(2);
        assertThat(flights)
                .withFailMessage(
                        "For GET %s%s the score service should wait at most 2 times for its Redis, but it waited %d times.",
                        MATCH, beer, flights)
                .isBetween(1L, 2L);
    }

    /** Redis also counts what a script calls; that was not sent, and costs no flight. */
    private static int sent(BackendCounts counted) {
        int scripts = counted.redis("eval", "evalsha", "eval_ro", "evalsha_ro", "fcall", "fcall_ro");
        return scripts > 0 ? scripts : counted.redisCount();
    }

    @Test
    @Order(2)
    void answersAsBefore_forEveryBeer(StepContext context) {
        Answers answers = Answers.of(context);

        answers.beers()
                .forEach(beer -> answers.isRight(beer, context.after().scores().get(MATCH + beer), """
                        The score of every donut that was tried with the beer counts: were all of them read?"""));
    }

    @Test
    @Order(3)
    void stillKnowsWhichBeersThereAre(StepContext context) {
        ServiceReply reply = context.after().scores().get(MATCH + "saisonn");

        assertThat(reply.status() + " " + reply.body())
                .withFailMessage(() -> "GET %ssaisonn should be a 404 that asks «did you mean 'saison'?», but is %d: %s"
                        .formatted(MATCH, reply.status(), reply.body()))
                .startsWith("404")
                .contains("did you mean 'saison'?");
    }

    @Test
    @Order(4)
    void hearsWhenAScoreChanges(StepContext context) {
        TestBar bar = context.after();
        String best = bar.scores().get(MATCH + "saison").json().path("donut").asText();
        String key = "score:pair:saison:" + best;
        try (RedisClient redis = bar.bar().redis().client()) {
            String score = redis.get(key);
            assertThat(score)
                    .withFailMessage("The score of the saison and '%s' was expected in Redis as '%s'.", best, key)
                    .isNotNull();
            redis.set(key, score.replaceFirst("\"percent\":\\d+", "\"percent\":0"));
            try {
                isNoLonger(best, key, bar.scores().get(MATCH + "saison"));
            } finally {
                redis.set(key, score);
            }
        }
    }

    private static void isNoLonger(String best, String key, ServiceReply reply) {
        assertThat(reply.json().path("donut").asText())
                .withFailMessage(() -> """
                        The score in Redis as '%s' was set to 0 percent, after the saison had been asked for. Another donut should be best now, \
                        but GET %ssaison still says: %s
                        The score was remembered somewhere: did it come from Redis?""".formatted(key, MATCH, reply.body()))
                .isNotEqualTo(best);
    }

    @Test
    @Order(5)
    void fillsTheIndexAgain_whenRedisHasLostAPart(StepContext context) {
        TestBar bar = context.after();
        ServiceReply before = bar.scores().get(MATCH + "saison");
        try (RedisClient redis = bar.bar().redis().client()) {
            redis.del("score:pair:saison:" + before.json().path("donut").asText());
        }

        Answers.of(context).isRight("saison", bar.scores().get(MATCH + "saison"), """
                The best score of the saison was deleted from Redis. Half an index is none: it should have been filled again.""");
    }

    @Test
    @Order(6)
    void fillsTheIndexAgain_whenRedisHasLostAll(StepContext context) {
        TestBar bar = context.after();
        try (RedisClient redis = bar.bar().redis().client()) {
            redis.flushDB();

            Answers.of(context).isRight("tripel", bar.scores().get(MATCH + "tripel"), "Redis was emptied before.");

            assertThat(redis.dbSize()).withFailMessage("""
                            Redis was emptied, and then GET %stripel was answered without filling it again:
                            the scores are remembered somewhere else.""", MATCH).isPositive();
        }
    }

    @Test
    @Order(7)
    void takesAtMostThreeTenthsOfTheTime(StepContext context) {
        if (context.after().code().traced()) {
            new Kept(context.after()).forget();
            context.after().trace("/pair/beer?name=saison").drawing().ifPresent(context::show);
        }

        context.prove(
                Claim.atMost(0.3),
                new RepeatedRequest("before", context.before().scores(), MATCH + "saison"),
                new RepeatedRequest("after", context.after().scores(), MATCH + "saison"),
                SampleSize.SLOW);
    }
}
