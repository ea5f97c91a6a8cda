package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.Distance;
import coach.bar.EmbeddedRedis;
import coach.bar.Wires;
import coach.bar.wire.Wire;
import coach.course.check.ServiceReply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** A backend that goes away is said plainly, and is found again when it comes back. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class BackendsAwayIT {

    private static final String REDIS_IS_AWAY = "Redis does not answer; try again in 2 s";
    private static final String DATABASE_IS_AWAY = "the database does not answer; try again in 2 s";

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.ofItsOwn();

    @AfterEach
    void makeEverythingGoodAgain() {
        Wires wires = bar.bar().wires();
        wires.appToDatabase().roundTrip(Distance.DEFAULT.database());
        wires.scoresToRedis().roundTrip(Distance.DEFAULT.redis());
        wires.appToDatabase().repair();
        once(() -> bar.app().get("/health"));
        once(() -> bar.scores().get("/health"));
    }

    @Test
    void saysThatRedisIsAway_andFindsItAgain() throws IOException {
        ServiceReply before = bar.scores().get("/match?beer=ipa");
        EmbeddedRedis redis = bar.bar().embeddedRedis().orElseThrow();

        redis.kill();
        try {
            isAway(bar.scores().get("/match?beer=ipa"), REDIS_IS_AWAY);
            isAway(bar.scores().get("/health"), REDIS_IS_AWAY);
            assertThat(bar.app().get("/pair/beer?name=ipa").status()).isEqualTo(200);
        } finally {
            redis.start();
        }

        // The new Redis is empty: the index has to come back as well.
        assertThat(once(() -> bar.scores().get("/match?beer=ipa")).json()).isEqualTo(before.json());
        assertThat(Files.readString(bar.bar().scores().log())).contains("JedisConnectionException", "\tat scores.");
    }

    @Test
    void saysThatTheDatabaseIsAway_andFindsItAgain() throws Exception {
        ServiceReply before = bar.app().get("/pair/beer?name=ipa");

        bar.bar().database().stop();
        try {
            isAway(bar.app().get("/pair/beer?name=ipa"), DATABASE_IS_AWAY);
            isAway(bar.app().get("/beer/ipa"), DATABASE_IS_AWAY);
            isAway(bar.app().get("/health"), "the bar can neither show its menu nor pair: " + DATABASE_IS_AWAY);
            assertThat(bar.scores().get("/match?beer=ipa").status()).isEqualTo(200);
        } finally {
            bar.bar().database().startAgain();
        }

        assertThat(once(() -> bar.app().get("/pair/beer?name=ipa")).json()).isEqualTo(before.json());
        assertThat(Files.readString(bar.bar().app().log()))
                .contains("SQLTransientConnectionException", "\tat beerdonut.");
    }

    @Test
    void saysThatTheDatabaseIsAway_whenTheWireIsCutInTheMiddleOfAnAnswer() {
        Wire wire = bar.bar().wires().appToDatabase();
        long before = wire.traffic().flights();
        CompletableFuture<Void> cutting = CompletableFuture.runAsync(() -> {
            while (wire.traffic().flights() < before + 50) {
                Thread.onSpinWait();
            }
            wire.cut();
        });

        isAway(bar.app().get("/pair/beer?name=ipa"), DATABASE_IS_AWAY);

        cutting.join();
        wire.repair();
        assertThat(once(() -> bar.app().get("/pair/beer?name=ipa")).status()).isEqualTo(200);
    }

    @Test
    void saysThatTheDatabaseIsAway_whenItTakesTheQuestionAndNeverAnswers() {
        bar.bar().wires().appToDatabase().roundTrip(Duration.ofHours(1));

        isAway(bar.app().get("/beer/ipa"), DATABASE_IS_AWAY);
    }

    @Test
    void saysThatRedisIsAway_whenItTakesTheQuestionAndNeverAnswers() {
        bar.bar().wires().scoresToRedis().roundTrip(Duration.ofHours(1));

        isAway(bar.scores().get("/match?beer=ipa"), REDIS_IS_AWAY);
    }

    @Test
    void tellsTheGuestLittleAndTheLogAll_whenTheFaultIsItsOwn() throws Exception {
        bar.bar().database().execute("alter table donut_flavour rename to mislaid");
        withRedis(redis -> redis.set("score:pair:ipa:mango-lime", "no score"));
        try {
            ProblemsIT.isProblem(
                    bar.app().get("/donut/maple-bacon"), 500, "something went wrong in the bar; its log says what");
            ProblemsIT.isProblem(
                    bar.scores().get("/match?beer=ipa"),
                    500,
                    "something went wrong in the score service; its log says what");
        } finally {
            bar.bar().database().execute("alter table mislaid rename to donut_flavour");
            withRedis(redis -> redis.del("score:pair:ipa:mango-lime"));
        }

        assertThat(Files.readString(bar.bar().app().log()))
                .contains("GET /donut/maple-bacon failed", "SQLGrammarException", "\tat beerdonut.menu.Menu");
        assertThat(Files.readString(bar.bar().scores().log()))
                .contains("GET /match failed", "not a score: no score", "\tat scores.ScoreIndex");
    }

    @Test
    void writesTheIndexAgain_whenRedisForgotAllOfIt() {
        ServiceReply before = bar.scores().get("/match?beer=kölsch");

        withRedis(RedisClient::flushAll);

        assertThat(bar.scores().get("/match?beer=kölsch").json()).isEqualTo(before.json());
        assertThat(bar.scores().get("/match?beer=none").status()).isEqualTo(404);
    }

    @Test
    void writesTheIndexAgain_whenRedisForgotAPartOfIt() {
        ServiceReply before = bar.scores().get("/match?beer=ipa");

        withRedis(redis -> redis.del("score:pair:ipa:mango-lime"));

        assertThat(bar.scores().get("/match?beer=ipa").json()).isEqualTo(before.json());
    }

    /** So that emptying the cache of the pairs, which has a prefix of its own, never touches it. */
    @Test
    void writesNothingButScoresIntoRedis() {
        withRedis(
                redis -> assertThat(redis.keys("*")).hasSize(1 + 36 + 2950).allMatch(key -> key.startsWith("score:")));
    }

    private static void withRedis(Consumer<RedisClient> work) {
        try (RedisClient redis = bar.bar().redis().client()) {
            work.accept(redis);
        }
    }

    /** The first answer that is not «try again»; the class's time limit ends the waiting. */
    private static ServiceReply once(Supplier<ServiceReply> question) {
        ServiceReply reply = question.get();
        while (reply.status() == 503) {
            reply = question.get();
        }
        return reply;
    }

    private static void isAway(ServiceReply reply, String detail) {
        ProblemsIT.isProblem(reply, 503, detail);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }
}
