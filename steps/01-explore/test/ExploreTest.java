package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.HoldsUntil;
import coach.course.check.RepeatedRequest;
import coach.course.check.SampleSize;
import coach.course.check.ServiceReply;
import coach.course.check.StepContext;
import coach.course.check.StepTest;
import coach.course.latency.Claim;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 01: what the bar answers, and what of it is slow. */
@StepTest
class ExploreTest {

    @Test
    @Order(1)
    void showsTheMenu(StepContext trial) {
        JsonNode beers = trial.after().get("/beers").json();
        JsonNode donuts = trial.after().get("/donuts").json();

        assertThat(beers)
                .hasSize(36)
                .allSatisfy(
                        beer -> assertThat(beer.fieldNames()).toIterable().containsExactly("name", "title", "style"));
        assertThat(donuts)
                .hasSize(96)
                .allSatisfy(
                        donut -> assertThat(donut.fieldNames()).toIterable().containsExactly("name", "title", "dough"));
    }

    @Test
    @Order(2)
    void showsOneBeerAndOneDonut(StepContext trial) {
        assertThat(trial.after().get("/beer/saison").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "style", "abv", "ibu", "aromas");
        assertThat(trial.after().get("/donut/apple-fritter").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "dough", "sweetness", "richness", "flavours");
    }

    @Test
    @Order(3)
    void findsTheBestDonutForABeer(StepContext trial) {
        JsonNode match = trial.after().get("/pair/beer?name=stout").json();

        assertThat(match.fieldNames()).toIterable().containsExactly("beer", "donut", "score", "reasons", "runnersUp");
        assertThat(match.get("reasons")).hasSize(3);
        assertThat(match.get("runnersUp")).hasSize(3);
        assertThat(match.get("score").asInt())
                .isGreaterThanOrEqualTo(match.at("/runnersUp/0/score").asInt());
    }

    @Test
    @Order(4)
    void explainsWhatItDoesNotHave(StepContext trial) {
        isProblem(trial.after().get("/pair/beer?name=stuot"), 404, "'stuot'");
        isProblem(trial.after().get("/donut/maple"), 404, "'maple'");
        isProblem(trial.after().get("/pears"), 404, "/pears");
    }

    @Test
    @Order(5)
    void explainsWhatItDoesNotUnderstand(StepContext trial) {
        isProblem(trial.after().get("/pair/beer"), 400, "name");
    }

    private static void isProblem(ServiceReply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asText()).contains(detail);
    }

    @Test
    @Order(6)
    @HoldsUntil(7)
    void takesAtLeastTwentyTimesAsLongForAPairAsForABeer(StepContext trial) {
        trial.prove(
                Claim.atLeast(20),
                new RepeatedRequest("/beer/stout", trial.after().app(), "/beer/stout"),
                new RepeatedRequest("/pair/beer?name=stout", trial.after().app(), "/pair/beer?name=stout"),
                SampleSize.SLOW);
    }
}
