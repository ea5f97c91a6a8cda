package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.BackendCounts;
import coach.course.check.FaultInjection;
import coach.course.check.HoldsUntil;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.check.TestBar;
import coach.course.latency.Claim;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 08: each answer is kept in Redis for a while, and a Redis that is away costs next to nothing. */
@StepTest(refusesTheStateBefore = "a key 'pair:saison' was expected in Redis, but it has none")
class CacheTest {

    private static final String PAIR = "/pair/beer?name=";
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
            CacheEntry entry = new CacheEntry(bar, beer);
            new CountedRequest(bar, PAIR + beer).judge(kept::forget, CacheCounts::haveNoWrite, cold -> {
                CacheCounts.areOfAnAnswerWorkedOut(cold);
                entry.hasItsName(cold);
                CacheCounts.areOfOneWrite(cold);
                entry.expiresWithin(1, 60, "PAIRING_TTL is 60 s unless it is set");
            });
        }
    }

    @Test
    @Order(3)
    void asksRedisOnceAndTheDatabaseNever_whenTheAnswerIsKept(StepContext context) {
        TestBar bar = context.after();
        Kept kept = new Kept(bar);

        new CountedRequest(bar, PAIR + "saison")
                .judge(() -> isKeptForAnother20Seconds(bar, kept), CacheCounts::haveStatements, warm -> {
                    CacheCounts.areOfOneRead(PAIR + "saison", warm);
                    new CacheEntry(bar, "saison")
                            .expiresWithin(1, 20, "it had 20 s left, and only writing an answer sets its expiry");
                });

        context.say("kept: no statement, one command to Redis");
    }

    private static void isKeptForAnother20Seconds(TestBar bar, Kept kept) {
        bar.get(PAIR + "saison");
        kept.shorten("saison", 20);
    }

    @Test
    @Order(4)
    void asksTheDatabaseAgain_onceRedisHasForgotten(StepContext context) {
        TestBar bar = context.after();
        bar.get(PAIR + "saison");
        new Kept(bar).forget("saison");

        BackendCounts again = bar.count(() -> bar.get(PAIR + "saison"));

        CacheCounts.areOfAnAnswerWorkedOut(again);
    }

    @Test
    @Order(5)
    void keepsNothingOfABeerThatIsNotThere(StepContext context) {
        TestBar bar = context.after();
        bar.get(PAIR + "saison");

        BackendCounts counted = bar.count(() -> isUnknown(bar, "saisonn"));

        CacheCounts.areOfNoWrite(PAIR + "saisonn", counted);
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
    void keepsNothing_whenTheAnswerFailed(StepContext context) {
        TestBar bar = context.after();
        new Kept(bar).forget("tripel");

        ServiceReply failed = FaultInjection.withoutTable(bar, "beer", () -> bar.get(PAIR + "tripel"));

        assertThat(failed.status())
                .withFailMessage(() -> """
                        While the database has no table of beers, GET %stripel should fail as before with a 500.
                        But it is %d: %s""".formatted(PAIR, failed.status(), failed.body()))
                .isGreaterThanOrEqualTo(500);
        Answers.of(context).isRight("tripel", bar.get(PAIR + "tripel"));
    }

    @Test
    @Order(7)
    void answersWithoutRedis_whenTheWireIsCut(StepContext context) {
        CacheOutage outage = new CacheOutage(context);
        new RedisTrouble(context.after()).whileCut(outage.with("With the app's wire to Redis cut")::answersInTime);

        outage.awaitEnd();
    }

    @Test
    @Order(8)
    void answersWithoutRedis_whenItHangs(StepContext context) {
        CacheOutage outage = new CacheOutage(context);
        new RedisTrouble(context.after())
                .whileHanging(outage.with("With the app's wire to Redis hanging")::answersInTime);

        outage.awaitEnd();
    }

    @Test
    @Order(9)
    void answersWithoutRedis_whenItHoldsRubbish(StepContext context) {
        CacheOutage outage = new CacheOutage(context);
        Kept kept = new Kept(context.after());
        for (String rubbish : RUBBISH) {
            kept.put(CacheOutage.BEER, rubbish);
            outage.with("With «%s» in Redis as 'pair:%s'".formatted(rubbish, CacheOutage.BEER))
                    .answers();
        }
        kept.putList(CacheOutage.BEER);
        outage.with("With a list in Redis as 'pair:%s'".formatted(CacheOutage.BEER))
                .answers();
        kept.forget(CacheOutage.BEER);
    }

    @Test
    @Order(10)
    void worksAnAnswerOutOnce_whenRedisGoesAwayMeanwhile(StepContext context) {
        CacheOutage outage = new CacheOutage(context);
        TestBar bar = context.after();
        outage.awaitEnd();
        new Kept(bar).forget(CacheOutage.BEER);
        WithoutRedis meanwhile = outage.with("With the app's wire to Redis cut between GET and SET");

        BackendCounts counted = bar.count(() -> new RedisTrouble(bar).cutBetweenReadingAndWriting(meanwhile::answers));

        CacheCounts.areOfAnAnswerWorkedOutOnce(counted);
        outage.awaitEnd();
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
                        CacheCounts::haveNoWrite,
                        cold -> new CacheEntry(bar, "saison").expiresWithin(61, 3600, "PAIRING_TTL was set to 3600"));
    }

    @Test
    @Order(12)
    @HoldsUntil(9)
    void takesAtMostHalfTheTime_whenTheAnswerIsKept(StepContext context) {
        context.prove(Claim.atMost(0.5), PAIR + "saison", SampleSize.QUICK);
    }
}
