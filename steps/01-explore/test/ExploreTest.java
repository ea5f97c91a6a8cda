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
    void showsTheMenu(StepContext context) {
        JsonNode beers = context.after().get("/beers").json();
        JsonNode donuts = context.after().get("/donuts").json();

        assertThat(beers)
                .hasSize(36)
                .allSatisfy(
                        beer -> assertThat(beer.fieldNames()).toIterable().containsExactly("name", "title", "style"));
        assertThat(donuts)
                .hasSize(97)
                .allSatisfy(
                        donut -> assertThat(donut.fieldNames()).toIterable().containsExactly("name", "title", "dough"));
    }

    @Test
    @Order(2)
    void showsOneBeerAndOneDonut(StepContext context) {
        assertThat(context.after().get("/beer/saison").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "style", "abv", "ibu", "aromas");
        assertThat(context.after().get("/donut/apple-fritter").json().fieldNames())
                .toIterable()
                .containsExactly("name", "title", "dough", "sweetness", "richness", "flavours");
    }

    @Test
    @Order(3)
    void findsTheBestDonutForABeer(StepContext context) {
        JsonNode match = context.after().get("/pair/beer?name=stout").json();

        assertThat(match.fieldNames()).toIterable().containsExactly("beer", "donut", "score", "reasons", "runnersUp");
        assertThat(match.get("reasons")).hasSize(3);
        assertThat(match.get("runnersUp")).hasSize(3);
        assertThat(match.get("score").asInt())
                .isGreaterThanOrEqualTo(match.at("/runnersUp/0/score").asInt());
    }

    @Test
    @Order(4)
    void explainsWhatItDoesNotHave(StepContext context) {
        isProblem(context.after().get("/pair/beer?name=stuot"), 404, "'stuot'");
        isProblem(context.after().get("/donut/maple"), 404, "'maple'");
        isProblem(context.after().get("/pears"), 404, "/pears");
    }

    @Test
    @Order(5)
    void explainsWhatItDoesNotUnderstand(StepContext context) {
        isProblem(context.after().get("/pair/beer"), 400, "name");
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
    void takesAtLeastTwentyTimesAsLongForAPairAsForABeer(StepContext context) {
        context.prove(
                Claim.atLeast(20),
                new RepeatedRequest("/beer/stout", context.after().app(), "/beer/stout"),
                new RepeatedRequest("/pair/beer?name=stout", context.after().app(), "/pair/beer?name=stout"),
                SampleSize.SLOW);
    }
}
