package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparedPathTest {

    @ParameterizedTest
    @CsvSource({
        "pair/beer?name=ipa,                  beer-donut-app, /pair/beer?name=ipa",
        "/beers,                              beer-donut-app, /beers",
        "localhost:5000/beers,                beer-donut-app, /beers",
        "matches,                             beer-donut-app, /matches",
        "match?beer=ipa,                      score-service,  /match?beer=ipa",
        "/match?beer=ipa,                     score-service,  /match?beer=ipa",
        "http://localhost:5001/match?beer=ipa, score-service, /match?beer=ipa",
        "127.0.0.1:5001/health,               score-service,  /health"
    })
    void asksTheServiceThatIsMeant(String typed, String service, String path) {
        assertThat(ComparedPath.of(typed)).isEqualTo(new ComparedPath(service, path));
    }
}
