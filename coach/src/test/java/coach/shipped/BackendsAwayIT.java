package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.EmbeddedRedis;
import coach.shipped.Client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.RedisClient;

/** A backend that goes away is said plainly, and is found again when it comes back. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class BackendsAwayIT {

    @RegisterExtension
    static final OpenBar bar = OpenBar.ofItsOwn();

    @Test
    void saysThatRedisIsAway_andFindsItAgain() throws IOException {
        Reply before = bar.scores().get("/match?beer=ipa");
        EmbeddedRedis redis = bar.bar().embeddedRedis().orElseThrow();

        redis.kill();
        isAway(bar.scores().get("/match?beer=ipa"), "Redis does not answer; try again in 2 s");
        isAway(bar.scores().get("/health"), "Redis does not answer; try again in 2 s");
        assertThat(bar.app().get("/pair/beer?name=ipa").status()).isEqualTo(200);

        // The new Redis is empty: the index has to come back as well.
        redis.startAgain();
        assertThat(once(() -> bar.scores().get("/match?beer=ipa")).json()).isEqualTo(before.json());
        assertThat(Files.readString(bar.bar().scores().log())).contains("JedisConnectionException", "\tat scores.");
    }

    @Test
    void saysThatTheDatabaseIsAway_andFindsItAgain() throws Exception {
        Reply before = bar.app().get("/pair/beer?name=ipa");

        bar.bar().database().stop();
        isAway(bar.app().get("/pair/beer?name=ipa"), "the database does not answer; try again in 2 s");
        isAway(bar.app().get("/beer/ipa"), "the database does not answer; try again in 2 s");
        isAway(bar.app().get("/health"), "the database does not answer; try again in 2 s");
        assertThat(bar.scores().get("/match?beer=ipa").status()).isEqualTo(200);

        bar.bar().database().startAgain();
        assertThat(once(() -> bar.app().get("/pair/beer?name=ipa")).json()).isEqualTo(before.json());
        assertThat(Files.readString(bar.bar().app().log()))
                .contains("SQLTransientConnectionException", "\tat beerdonut.");
    }

    @Test
    void saysThatTheDatabaseIsAway_whenTheWireIsCutInTheMiddleOfAnAnswer() {
        Thread cutter = new Thread(() -> {
            long before = bar.bar().appToDatabase().traffic().flights();
            while (bar.bar().appToDatabase().traffic().flights() < before + 50) {
                Thread.onSpinWait();
            }
            bar.bar().appToDatabase().cut();
        });
        cutter.start();

        isAway(bar.app().get("/pair/beer?name=ipa"), "the database does not answer; try again in 2 s");

        bar.bar().appToDatabase().mend();
        assertThat(once(() -> bar.app().get("/pair/beer?name=ipa")).status()).isEqualTo(200);
    }

    @Test
    void writesTheIndexAgain_whenRedisForgotAllOfIt() {
        Reply before = bar.scores().get("/match?beer=kölsch");

        withRedis(RedisClient::flushAll);

        assertThat(bar.scores().get("/match?beer=kölsch").json()).isEqualTo(before.json());
        assertThat(bar.scores().get("/match?beer=none").status()).isEqualTo(404);
    }

    @Test
    void writesTheIndexAgain_whenRedisForgotAPartOfIt() {
        Reply before = bar.scores().get("/match?beer=ipa");

        withRedis(redis -> redis.del("score:ipa:mango-lime"));

        assertThat(bar.scores().get("/match?beer=ipa").json()).isEqualTo(before.json());
    }

    @Test
    void leavesTheIndexAlone_whenTheCacheOfThePairsIsEmptied() {
        withRedis(redis -> {
            redis.set("pairing:ipa", "cached");
            redis.keys("pairing:*").forEach(redis::del);
        });

        withRedis(redis -> assertThat(redis.exists("score:ipa:mango-lime")).isTrue());
    }

    private static void withRedis(java.util.function.Consumer<RedisClient> work) {
        try (RedisClient redis =
                RedisClient.create("localhost", bar.bar().scoresToRedis().port())) {
            work.accept(redis);
        }
    }

    /** The first answer that is not «try again»; the class's time limit ends the waiting. */
    private static Reply once(Supplier<Reply> question) {
        Reply reply = question.get();
        while (reply.status() == 503) {
            reply = question.get();
        }
        return reply;
    }

    private static void isAway(Reply reply, String detail) {
        ProblemsIT.isProblem(reply, 503, detail);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
    }
}
