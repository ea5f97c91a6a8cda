package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuIT {

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @Test
    void listsTheBeers() {
        ServiceReply reply = bar.app().get("/beers");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.json()).hasSize(36);
        assertThat(reply.json().get(0).toString())
                .isEqualTo("{\"name\":\"ipa\",\"title\":\"Ladder to the Moon\",\"style\":\"American IPA\"}");
    }

    @Test
    void listsTheDonuts() {
        JsonNode donuts = bar.app().get("/donuts").json();

        assertThat(donuts).hasSize(97);
        assertThat(fields(donuts.get(0))).containsExactly("name", "title", "dough");
    }

    @Test
    void showsABeer() {
        assertThat(bar.app().get("/beer/ipa").json().toString())
                .isEqualTo("{\"name\":\"ipa\",\"title\":\"Ladder to the Moon\",\"style\":\"American IPA\",\"abv\":6.5,"
                        + "\"ibu\":60,\"aromas\":[\"citrus\",\"floral\",\"pine\",\"tropical\"]}");
    }

    @Test
    void showsADonut() {
        JsonNode donut = bar.app().get("/donut/maple-bacon").json();

        assertThat(fields(donut)).containsExactly("name", "title", "dough", "sweetness", "richness", "flavours");
        assertThat(donut.get("flavours")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/beer/kölsch, kölsch", "/beer/bi%C3%A8re-de-garde, bière-de-garde", "/donut/crème-brûlée, crème-brûlée"
    })
    void findsNamesThatAreNotAscii(String path, String name) {
        assertThat(bar.app().get(path).json().get("name").asText()).isEqualTo(name);
    }

    @Test
    void linksFromTheFrontPageToPagesThatExist() {
        ServiceReply home = bar.app().get("/");

        List<String> links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(home.body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(home.contentType()).isEqualTo("text/html;charset=utf-8");
        assertThat(links).hasSize(6);
        assertThat(links)
                .allSatisfy(link -> assertThat(bar.app().get(link).status()).isEqualTo(200));
    }

    @Test
    void asksForAPairByTheFormOfItsFrontPage() {
        String home = bar.app().get("/").body();

        assertThat(home).contains("<form action=\"/pair/beer\">", "<input name=\"name\" value=\"ipa\"");
        assertThat(bar.app().get("/pair/beer?name=ipa").status()).isEqualTo(200);
    }

    @Test
    void hasNoIconForABrowser_andDoesNotComplain() {
        assertThat(bar.app().get("/favicon.ico").status()).isEqualTo(204);
    }

    @Test
    void isHealthy() {
        assertThat(bar.app().get("/health").body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(bar.scores().get("/health").body()).isEqualTo("{\"status\":\"up\"}");
    }

    static List<String> fields(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }
}
