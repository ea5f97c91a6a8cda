package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.latency.Claim;
import coach.trial.Asking;
import coach.trial.HoldsUntil;
import coach.trial.Pace;
import coach.trial.Reply;
import coach.trial.StepTest;
import coach.trial.Trial;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Step 01: what the bar answers, and what of it is slow. */
@StepTest
class ExploreTest {

    @Test
    @Order(1)
    void showsTheMenu(Trial trial) {
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
    void showsOneBeerAndOneDonut(Trial trial) {
        assertThat(trial.after().get("/beer/saison").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "style", "abv", "ibu", "aromas");
        assertThat(trial.after().get("/donut/apple-fritter").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "dough", "sweetness", "richness", "flavours");
    }

    @Test
    @Order(3)
    void findsTheBestDonutForABeer(Trial trial) {
        JsonNode match = trial.after().get("/pair/beer?name=stout").json();

        assertThat(match.fieldNames()).toIterable().containsExactly("beer", "donut", "score", "reasons", "runnersUp");
        assertThat(match.get("reasons")).hasSize(3);
        assertThat(match.get("runnersUp")).hasSize(3);
        assertThat(match.get("score").asInt())
                .isGreaterThanOrEqualTo(match.at("/runnersUp/0/score").asInt());
    }

    @Test
    @Order(4)
    void explainsWhatItDoesNotHave(Trial trial) {
        isProblem(trial.after().get("/pair/beer?name=stuot"), 404, "'stuot'");
        isProblem(trial.after().get("/donut/maple"), 404, "'maple'");
        isProblem(trial.after().get("/pears"), 404, "/pears");
    }

    @Test
    @Order(5)
    void explainsWhatItDoesNotUnderstand(Trial trial) {
        isProblem(trial.after().get("/pair/beer"), 400, "name");
    }

    private static void isProblem(Reply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asText()).contains(detail);
    }

    @Test
    @Order(6)
    @HoldsUntil(7)
    void takesAtLeastTwentyTimesAsLongForAPairAsForABeer(Trial trial) {
        trial.prove(
                Claim.atLeast(20),
                new Asking("/beer/stout", trial.after().app(), "/beer/stout"),
                new Asking("/pair/beer?name=stout", trial.after().app(), "/pair/beer?name=stout"),
                Pace.SLOW);
    }
}
