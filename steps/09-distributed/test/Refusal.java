package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What a guest hears while the score service is in trouble: of one beer the kept answer, of another a clear 503. */
final class Refusal {

    /** About 1 s for the score service, and the rest for a busy machine. */
    private static final long BOUND_SECONDS = 3;

    /** A request that needs no score service takes a few milliseconds. */
    private static final Duration QUICK = Duration.ofMillis(200);

    private static final String RETRY_AFTER = "Retry-After";

    private final TestBar bar;
    private final String trouble;
    private final String path;
    private final String beer;
    private final String keptBeer;

    /**
     * Asks for both once, while all is well.
     *
     * @param trouble what the score service is going to be
     * @param beer that Redis then forgets; nobody else should remember
     */
    Refusal(TestBar bar, String trouble, String path, String beer, String keptBeer) {
        this.bar = bar;
        this.trouble = trouble;
        this.path = path;
        this.beer = beer;
        this.keptBeer = keptBeer;
        Patient.get(bar, path + beer);
        Patient.get(bar, path + keptBeer);
        new Kept(bar).forget(beer);
    }

    private Refusal(Refusal other, String trouble) {
        this.bar = other.bar;
        this.trouble = trouble;
        this.path = other.path;
        this.beer = other.beer;
        this.keptBeer = other.keptBeer;
    }

    /** Gives the same for another trouble, and asks for nothing. */
    Refusal during(String trouble) {
        return new Refusal(this, trouble);
    }

    void isSaidSoon() {
        ServiceReply kept = soon(path + keptBeer);
        assertThat(kept.status())
                .withFailMessage(
                        () -> "With the score service %s, GET %s%s should be answered from Redis, but is %d: %s"
                                .formatted(trouble, path, keptBeer, kept.status(), kept.body()))
                .isEqualTo(200);
        ServiceReply reply = soon(path + beer);
        assertThat(reply.status() + " " + reply.contentType())
                .withFailMessage(
                        () -> """
                        With the score service %s, GET %s%s has no answer, and should say so:
                          expected  503 application/problem+json
                          seen      %d %s: %s""".formatted(trouble, path, beer, reply.status(), reply.contentType(), reply.body()))
                .startsWith("503 application/problem+json");
        saysWhenToComeBack(path + beer, reply);
        assertThat(new Kept(bar).has(beer))
                .withFailMessage(
                        "With the score service %s, something was kept as 'pair:%s' all the same: half an answer.",
                        trouble, beer)
                .isFalse();
    }

    private void saysWhenToComeBack(String asked, ServiceReply reply) {
        assertThat(reply.header(RETRY_AFTER))
                .withFailMessage(
                        "With the score service %s, the 503 of GET %s should say when to come back, but has no %s.",
                        trouble, asked, RETRY_AFTER)
                .isNotNull();
    }

    /** @param said what the score service itself answers just now */
    void handsOn(ServiceReply said) {
        ServiceReply reply = soon(path + beer);
        String why = said.json().path("detail").asText();
        assertThat(reply.body())
                .withFailMessage(
                        () -> """
                        With the score service %s, GET %s%s should hand on what that says; its status stands before its body.
                          it says   %d, %s
                          seen      %d %s""".formatted(trouble, path, beer, said.status(), why, reply.status(), reply.body()))
                .contains(why);
        assertThat(reply.header(RETRY_AFTER))
                .withFailMessage("The %s of the score service's 503 should be handed on too.", RETRY_AFTER)
                .isEqualTo(said.header(RETRY_AFTER));
    }

    void isSaidByItsHealth() {
        ServiceReply health = soon("/health");
        assertThat(health.status())
                .withFailMessage(() ->
                        "With the score service %s, the app cannot pair, and GET /health should say so with a 503, but is %d: %s"
                                .formatted(trouble, health.status(), health.body()))
                .isEqualTo(503);
        saysWhenToComeBack("/health", health);
    }

    private ServiceReply soon(String asked) {
        try {
            return CompletableFuture.supplyAsync(() -> bar.get(asked)).get(BOUND_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            MachineLoad.assertLow("GET /beer/" + beer, () -> bar.get("/beer/" + beer), QUICK);
            throw new AssertionError("""
                    With the score service %s, GET %s was expected to answer within about 1 s, but after %d s nothing had come.
                    Whoever waits for others needs a limit of its own. The timeout of an HttpRequest ends with the headers of the answer;
                    a future has a limit for all of it, orTimeout.""".formatted(trouble, asked, BOUND_SECONDS), e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
