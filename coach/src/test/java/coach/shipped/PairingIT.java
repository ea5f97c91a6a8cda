package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingIT {

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @Test
    void findsTheBestDonut_withTheReasonsAndThreeRunnersUp() {
        ServiceReply reply = bar.app().get("/pair/beer?name=ipa");

        JsonNode match = reply.json();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(MenuIT.fields(match)).containsExactly("beer", "donut", "score", "reasons", "runnersUp");
        assertThat(match.get("beer").asText()).isEqualTo("ipa");
        assertThat(match.get("donut").asText()).isEqualTo("mango-lime");
        assertThat(match.get("score").asInt()).isEqualTo(97);
        assertThat(match.get("reasons")).hasSize(3);
        assertThat(match.get("runnersUp").toString())
                .isEqualTo("[{\"donut\":\"spruce-tip\",\"score\":83},{\"donut\":\"piña-colada\",\"score\":79},"
                        + "{\"donut\":\"lemongrass-coconut\",\"score\":77}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ipa", "stout", "kölsch", "lambic", "wheatwine", "bière-de-garde"})
    void isWhatTheScoreServiceSaysToo(String beer) {
        ServiceReply worked = bar.app().get("/pair/beer?name=" + beer);
        ServiceReply known = bar.scores().get("/match?beer=" + beer);

        assertThat(worked.status()).isEqualTo(200);
        assertThat(known.json()).isEqualTo(worked.json());
    }
}
