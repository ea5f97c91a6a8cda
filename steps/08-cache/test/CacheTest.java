package test;

import static org.assertj.core.api.Assertions.assertThat;

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
    private static final String[] READS = {"get", "getex", "hget", "hgetall", "mget"};
    private static final String[] EXPIRIES = {"expire", "pexpire", "expireat", "pexpireat"};

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** That the app is asked for while Redis is away. */
    private static final String BEER = "porter";

    private static final List<String> RUBBISH = List.of("", "null", "{", "{\"beer\":\"porter\"}");

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

        for (String beer : List.of("saison", "kölsch")) {
            new CountedRequest(bar, PAIR + beer).judge(kept::forget, CacheTest::isNotWritten, cold -> {
                isWorkedOut(cold);
                isKeptUnderItsName(beer, kept, cold);
                isWrittenAtOnce(cold);
                isKept(beer, kept, 1, 60, "PAIRING_TTL is 60 s unless it is set");
            });
        }
    }

    private static boolean isNotWritten(BackendCounts cold) {
        return cold.redis(WRITES) == 0;
    }

    private static void isKeptUnderItsName(String beer, Kept kept, BackendCounts cold) {
        assertThat(kept.has(beer))
                .withFailMessage(() -> """
                        After GET %s%s a key 'pair:%s' was expected in Redis, but it has %s.
                        Redis counted these commands: %s""".formatted(
                                PAIR, beer, beer, kept.keys().isEmpty() ? "none at all" : kept.keys(), cold.redis()))
                .isTrue();
    }

    private static void isWrittenAtOnce(BackendCounts cold) {
        assertThat(cold.redis(WRITES))
                .withFailMessage(
                        () -> "One SET was expected for one answer, but Redis counted %s".formatted(cold.redis()))
                .isEqualTo(1);
        assertThat(cold.redis(EXPIRIES))
                .withFailMessage(() -> """
                        One SET was expected that has the expiry with it, but Redis counted %s.
                        These are two commands, and between them the app may die: then the entry lives for ever.""".formatted(cold.redis()))
                .isZero();
    }

    private static void isKept(String beer, Kept kept, long least, long most, String because) {
        long seconds = kept.secondsLeft(beer);
        assertThat(seconds)
                .withFailMessage(() -> """
                        'pair:%s' should expire within %d to %d s: %s.
                        But Redis keeps it %s.""".formatted(
                                beer, least, most, because, seconds < 0 ? "for ever" : "for another " + seconds + " s"))
                .isBetween(least, most);
    }

    @Test
    @Order(3)
    void asksRedisOnceAndTheDatabaseNever_whenTheAnswerIsKept(StepContext context) {
        TestBar bar = context.after();
        Kept kept = new Kept(bar);

        new CountedRequest(bar, PAIR + "saison")
                .judge(() -> isKeptForAnother20Seconds(bar, kept), CacheTest::isAskedOfTheDatabase, warm -> {
                    isReadAtOnce(warm);
                    isKept("saison", kept, 1, 20, "it had 20 s left, and only writing an answer sets its expiry");
                });

        context.say("kept: no statement, one command to Redis");
    }

    private static void isKeptForAnother20Seconds(TestBar bar, Kept kept) {
        bar.get(PAIR + "saison");
        kept.shorten("saison", 20);
    }

    private static boolean isAskedOfTheDatabase(BackendCounts warm) {
        return warm.statementCount() > 0;
    }

    private static void isReadAtOnce(BackendCounts warm) {
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
        bar.get(PAIR + "saison");

        BackendCounts counted = bar.count(() -> isUnknown(bar, "saisonn"));

        assertThat(counted.redis(WRITES))
                .withFailMessage(() -> """
                        GET %ssaisonn is a 404, and not worth keeping: anybody could fill Redis with names they make up.
                        But Redis counted %s.""".formatted(PAIR, counted.redis()))
                .isZero();
        // The last two are nearly the name of an answer that is kept.
        List.of("saisonn", "Saison", "saison%20").forEach(name -> isUnknown(bar, name));
    }

    private static void isUnknown(TestBar bar, String name) {
        ServiceReply reply = bar.get(PAIR + name);
        assertThat(reply.status())
                .withFailMessage(() -> """
                        GET %s%s should be a 404, but is %d: %s
                        The key of an answer has the exact name in it: pair:saison is kept, and there is no beer of this name.""".formatted(PAIR, name, reply.status(), reply.body()))
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
        new RedisTrouble(context.after()).whileCut(without("With the app's wire to Redis cut", context)::answersInTime);

        awaitCache(context.after());
    }

    @Test
    @Order(8)
    void answersWithoutRedis_whenItHangs(StepContext context) {
        new RedisTrouble(context.after())
                .whileHanging(without("With the app's wire to Redis hanging", context)::answersInTime);

        awaitCache(context.after());
    }

    private static WithoutRedis without(String trouble, StepContext context) {
        return new WithoutRedis(context, trouble, PAIR + BEER, BEER);
    }

    @Test
    @Order(9)
    void answersWithoutRedis_whenItHoldsRubbish(StepContext context) {
        Kept kept = new Kept(context.after());
        for (String rubbish : RUBBISH) {
            kept.put(BEER, rubbish);
            without("With «%s» in Redis as 'pair:%s'".formatted(rubbish, BEER), context)
                    .answers();
        }
        kept.putList(BEER);
        without("With a list in Redis as 'pair:%s'".formatted(BEER), context).answers();
        kept.forget(BEER);
    }

    @Test
    @Order(10)
    void worksAnAnswerOutOnce_whenRedisGoesAwayMeanwhile(StepContext context) {
        TestBar bar = context.after();
        awaitCache(bar);
        new Kept(bar).forget(BEER);
        WithoutRedis meanwhile = without("With the app's wire to Redis cut between GET and SET", context);

        BackendCounts counted = bar.count(() -> new RedisTrouble(bar).cutBetweenReadingAndWriting(meanwhile::answers));

        isNotWorkedOutTwice(counted);
        awaitCache(bar);
    }

    private static void isNotWorkedOutTwice(BackendCounts counted) {
        assertThat(counted.statementCount())
                .withFailMessage(() -> """
                        Redis was cut off between GET and SET, and the same answer is worked out twice: the database counted %d statements.
                        Once there is an answer, it is the guest's, whatever becomes of the SET.""".formatted(counted.statementCount()))
                .isLessThanOrEqualTo(2);
    }

    /** The app may need a moment until it has new connections. */
    private static void awaitCache(TestBar bar) {
        Kept kept = new Kept(bar);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            bar.get(PAIR + BEER);
        } while (!kept.has(BEER) && System.nanoTime() < deadline);
        if (!kept.has(BEER)) {
            MachineLoad.assertLow("GET /beer/" + BEER, () -> bar.get("/beer/" + BEER), Duration.ofMillis(100));
        }
        assertThat(kept.has(BEER))
                .withFailMessage(
                        "Redis has been back for %d s, but the app still keeps nothing there.", PATIENCE.toSeconds())
                .isTrue();
    }

    @Test
    @Order(11)
    void keepsAnswersAsLongAsItIsTold(StepContext context) {
        TestBar bar = context.after();
        // It stays set: what follows does not mind, and a restart takes as long as the rest of the test.
        bar.restartApp(Map.of("PAIRING_TTL", "3600"));
        Kept kept = new Kept(bar);

        new CountedRequest(bar, PAIR + "saison")
                .judge(
                        kept::forget,
                        CacheTest::isNotWritten,
                        cold -> isKept("saison", kept, 61, 3600, "PAIRING_TTL was set to 3600"));
    }

    @Test
    @Order(12)
    @HoldsUntil(9)
    void takesAtMostHalfTheTime_whenTheAnswerIsKept(StepContext context) {
        context.prove(Claim.atMost(0.5), PAIR + "saison", SampleSize.QUICK);
    }
}
