package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurlTargetTest {

    private static final URI APP = URI.create("http://localhost:5000");

    @ParameterizedTest
    @CsvSource({
        "pair/beer?name=ipa,                    http://localhost:5000/pair/beer?name=ipa",
        "/pair/beer?name=ipa,                   http://localhost:5000/pair/beer?name=ipa",
        "//pair,                                http://localhost:5000/pair",
        "donut/piña colada,                     http://localhost:5000/donut/pi%C3%B1a%20colada",
        "localhost:5001/match?beer=ipa,         http://localhost:5001/match?beer=ipa",
        "http://127.0.0.1:5001/match?beer=ipa,  http://127.0.0.1:5001/match?beer=ipa",
        "http://[::1]:5001/,                    http://[::1]:5001/"
    })
    void isAPathOfTheApp_orAnythingOnThisMachine(String words, String url) {
        assertThat(CurlTarget.of(words, APP)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "http://localhost@example.org/",
                "http://localhost.example.org/",
                "https://localhost:5000/",
                "file:/etc/passwd",
                "mailto:somebody"
            })
    void isNowhereElse(String words) {
        assertThatThrownBy(() -> CurlTarget.of(words, APP))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is not on this machine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a^b", "100%", "http://"})
    void isSaidToBeNoPath(String words) {
        assertThatThrownBy(() -> CurlTarget.of(words, APP))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is no path that can be asked for");
    }
}
