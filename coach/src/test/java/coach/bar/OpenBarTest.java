package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenBarTest {

    /** The name of a host that never exists. */
    private static final Map<String, String> IN_A_CONTAINER = Map.of("WORKSHOP_BAR", "traces.invalid");

    private HttpServer page;
    private volatile String answer = "http://localhost:5007 http://localhost:9417 http://localhost:4317";

    @BeforeEach
    void start() throws IOException {
        page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.createContext(OpenBar.PATH, this::answer);
        page.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }

    @AfterEach
    void stop() {
        page.stop(0);
    }

    private Map<String, String> itsPort() {
        return Map.of("PAGE_PORT", Integer.toString(page.getAddress().getPort()));
    }

    @Test
    void isFoundInContainers_whereItsPageSaysSo() {
        OpenBar bar = OpenBar.inContainers(itsPort()).orElseThrow();

        assertThat(bar.app()).hasToString("http://localhost:5007");
        assertThat(bar.page()).hasToString("http://localhost:9417");
        assertThat(bar.otlp()).hasToString("http://localhost:4317");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>another program</html>", "http://localhost:5000", "a b c"})
    void isNotFound_whereAnotherProgramAnswers(String words) {
        answer = words;

        assertThat(OpenBar.inContainers(itsPort())).isEmpty();
    }

    @Test
    void isNotFound_whereNoServerAnswers() {
        page.stop(0);

        assertThat(OpenBar.inContainers(itsPort())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://traces:5000, http://localhost:5100",
        "http://traces:5000/beer/ipa?a=b, http://localhost:5100/beer/ipa?a=b",
        "http://traces:9411/compare?a=1&b=2, http://localhost:9490/compare?a=1&b=2",
        "http://traces:4318/v1/traces, http://localhost:14318/v1/traces",
        "http://traces:5001/match?beer=ipa, http://localhost:5001/match?beer=ipa",
        "http://traces/match, http://localhost/match"
    })
    void isShownWithItsPortsOutside_fromWithinAContainer(URI inside, URI outside) {
        OpenBar published = OpenBar.published(Map.of("APP_PORT", "5100", "PAGE_PORT", "9490", "OTLP_PORT", "14318"));
        OpenBar connected = new OpenBar(
                URI.create("http://traces:5000"), URI.create("http://traces:9411"), URI.create("http://traces:4318"));

        assertThat(new AddressTranslation(connected, published).of(inside)).isEqualTo(outside);
        assertThat(new AddressTranslation(published, connected).of(outside)).isEqualTo(inside);
    }

    @Test
    void isShownAsItIs_onItsOwnMachine() {
        URI app = URI.create("http://localhost:5000/beer/ipa");

        assertThat(OpenBar.forPeople(app)).isSameAs(app);
    }

    @Test
    void isAskedAtTheAddressThatWasTyped_onItsOwnMachine() {
        URI typed = URI.create("http://127.0.0.1:5001/match");

        assertThat(OpenBar.published(Map.of()).forThisProcess(typed)).isSameAs(typed);
    }

    /** A container has the addresses of a bar also while none is open: each command would print them as those to look at. */
    @Test
    void isNotFound_fromWithinAContainer_whenNoneIsOpen() {
        assertThatThrownBy(() -> OpenBar.theOnlyOne(null, IN_A_CONTAINER))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith("No bar is open here.");
    }

    @Test
    void isShownWithItsUsualPortsOutside_fromWithinAContainer_whenItDoesNotAnswer() {
        URI page = URI.create("http://traces.invalid:9411/compare");

        assertThat(OpenBar.forPeople(page, IN_A_CONTAINER)).hasToString("http://localhost:9411/compare");
    }

    @Test
    void namesThePortThatIsNoNumber() {
        assertThatThrownBy(() -> OpenBar.published(Map.of("APP_PORT", "five")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("APP_PORT is 'five'");
    }
}
