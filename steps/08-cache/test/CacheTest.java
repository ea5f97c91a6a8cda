package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Distance;
import coach.bar.wire.Wire;
import coach.course.check.BackendCounts;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 08: each answer is kept in Redis for a while, and a Redis that is away costs next to nothing. */
@StepTest(refusesTheStateBefore = "a key 'pair:saison' was expected in Redis, but it has none")
class CacheTest {

    private static final String PAIR = "/pair/beer?name=";
    private static final String[] WRITES = {"set", "setex", "psetex", "hset", "hmset"};
    private static final String[] READS = {"get", "hget", "hgetall", "mget"};

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofSeconds(20);
    /** That the app is asked for while Redis is away. */
    private static final String BEER = "porter";

    @Test
    @Order(1)
    void doesNotMixUpTwoBeers(StepContext context) {
        new Kept(context.after()).forget();
        Answers answers = Answers.of(context);

        List.of("saison", "kölsch", "saison", "kölsch")
                .forEach(beer -> answers.isRight(beer, context.after().get(PAIR + beer)));
    }

    @Test
    @Order(2)
    void writesAnAnswerToRedisOnce_withAnExpiry(StepContext context) {
        TestBar bar = context.after();
        Kept kept = new Kept(bar);
        kept.forget();

        BackendCounts cold = bar.count(() -> bar.get(PAIR + "saison"));

        isWorkedOut(cold);
        assertThat(kept.has("saison"))
                .withFailMessage(
                        () -> """
                        After GET %ssaison a key 'pair:saison' was expected in Redis, but it has %s.
                        Redis counted these commands: %s""".formatted(PAIR, kept.keys().isEmpty() ? "none at all" : kept.keys(), cold.redis()))
                .isTrue();
        assertThat(cold.redis(WRITES))
                .withFailMessage(
                        () -> "One SET was expected for one answer, but Redis counted %s".formatted(cold.redis()))
                .isEqualTo(1);
        isKept(kept.secondsLeft("saison"), 1, 60, "PAIRING_TTL is 60 s unless it is set");
    }

    private static void isKept(long seconds, long least, long most, String because) {
        assertThat(seconds)
                .withFailMessage(() ->
                        """
                        'pair:saison' should expire within %d to %d s: %s.
                        But Redis keeps it %s.""".formatted(least, most, because, seconds < 0 ? "for ever" : "for another " + seconds + " s"))
                .isBetween(least, most);
    }

    @Test
    @Order(3)
    void asksRedisOnceAndTheDatabaseNever_whenTheAnswerIsKept(StepContext context) {
        TestBar bar = context.after();
        bar.get(PAIR + "saison");

        BackendCounts warm = bar.count(() -> bar.get(PAIR + "saison"));

        assertThat(warm.statementCount())
                .withFailMessage(() -> """
                        The second GET %ssaison should need no statement, but the database counted %d:
                          %s""".formatted(PAIR, warm.statementCount(), warm.statementsInWords()))
                .isZero();
        assertThat(List.of(warm.redis(READS), warm.redisCount()))
                .withFailMessage(() -> """
                        The second GET %ssaison should ask Redis once, with one GET and nothing else.
                        But Redis counted %s.""".formatted(PAIR, warm.redis().isEmpty() ? "nothing" : warm.redis()))
                .containsExactly(1, 1);
        context.say("kept: no statement, %d flight to Redis".formatted(warm.redisFlights()));
    }

    @Test
    @Order(4)
    void asksTheDatabaseAgain_onceRedisHasForgotten(StepContext context) {
        TestBar bar = context.after();
        bar.get(PAIR + "saison");
        new Kept(bar).forget("saison");

        BackendCounts again = bar.count(() -> bar.get(PAIR + "saison"));

        isWorkedOut(again);
    }

    private static void isWorkedOut(BackendCounts counted) {
        assertThat(counted.statementCount()).withFailMessage("""
                        Redis had nothing about the saison, so its answer had to be worked out. But no statement ran:
                        it is kept somewhere else too, where nothing expires and no second app would find it.""").isPositive();
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        To work out an answer at most 2 statements were expected, but the database counted %d:
                          %s""".formatted(counted.statementCount(), counted.statementsInWords()))
                .isLessThanOrEqualTo(2);
    }

    @Test
    @Order(5)
    void keepsNothingOfABeerThatIsNotThere(StepContext context) {
        TestBar bar = context.after();

        BackendCounts counted = bar.count(() -> isUnknown(bar.get(PAIR + "saisonn")));

        assertThat(counted.redis(WRITES))
                .withFailMessage(() -> """
                        GET %ssaisonn is a 404, and not worth keeping: anybody could fill Redis with names they make up.
                        But Redis counted %s.""".formatted(PAIR, counted.redis()))
                .isZero();
        isUnknown(bar.get(PAIR + "saisonn"));
    }

    private static void isUnknown(ServiceReply reply) {
        assertThat(reply.status())
                .withFailMessage(() ->
                        "GET %ssaisonn should be a 404, but is %d: %s".formatted(PAIR, reply.status(), reply.body()))
                .isEqualTo(404);
    }

    @Test
    @Order(6)
    void keepsNothing_whenTheAnswerFailed(StepContext context) throws SQLException {
        TestBar bar = context.after();
        new Kept(bar).forget("tripel");
        bar.bar().database().execute("alter table beer rename to beer_away");
        try {
            ServiceReply failed = bar.get(PAIR + "tripel");
            assertThat(failed.status())
                    .withFailMessage(() -> """
                            While the database has no table of beers, GET %stripel should fail as before with a 500.
                            But it is %d: %s""".formatted(PAIR, failed.status(), failed.body()))
                    .isGreaterThanOrEqualTo(500);
        } finally {
            bar.bar().database().execute("alter table beer_away rename to beer");
        }

        Answers.of(context).isRight("tripel", bar.get(PAIR + "tripel"));
    }

    @Test
    @Order(7)
    void answersWithoutRedis_whenTheWireIsCut(StepContext context) {
        Wire wire = context.after().bar().wires().appToRedis();
        wire.cut();
        try {
            new WithoutRedis(context, "cut", PAIR + BEER, BEER).answersInTime();
        } finally {
            wire.repair();
        }
        awaitCache(context.after());
    }

    @Test
    @Order(8)
    void answersWithoutRedis_whenItHangs(StepContext context) {
        Wire wire = context.after().bar().wires().appToRedis();
        wire.roundTrip(FOR_EVER);
        try {
            new WithoutRedis(context, "hanging", PAIR + BEER, BEER).answersInTime();
        } finally {
            wire.roundTrip(Distance.DEFAULT.redis());
        }
        awaitCache(context.after());
    }

    /** The app may need a moment until it has new connections. */
    private static void awaitCache(TestBar bar) {
        Kept kept = new Kept(bar);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            bar.get(PAIR + BEER);
        } while (!kept.has(BEER) && System.nanoTime() < deadline);
        assertThat(kept.has(BEER))
                .withFailMessage(
                        "Redis has been back for %d s, but the app still keeps nothing there.", PATIENCE.toSeconds())
                .isTrue();
    }

    @Test
    @Order(9)
    void keepsAnswersAsLongAsItIsTold(StepContext context) {
        TestBar bar = context.after();
        // It stays set: what follows does not mind, and a restart takes as long as the rest of the test.
        bar.restartApp(Map.of("PAIRING_TTL", "3600"));
        Kept kept = new Kept(bar);
        kept.forget("saison");

        bar.get(PAIR + "saison");

        isKept(kept.secondsLeft("saison"), 61, 3600, "PAIRING_TTL was set to 3600");
    }

    @Test
    @Order(10)
    @HoldsUntil(9)
    void takesAtMostHalfTheTime_whenTheAnswerIsKept(StepContext context) {
        context.prove(Claim.atMost(0.5), PAIR + "saison", SampleSize.QUICK);
    }
}
