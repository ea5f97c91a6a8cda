package coach.shipped;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.ServiceReply;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is asked wrongly is answered with problem details that say what would be right. */
class ProblemsIT {

    private static final String HUNDRED_AND_ONE =
            "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx";

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.shared();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /beer/ipaa              | 404 | no beer named 'ipaa'; did you mean 'ipa'?
            /beer/kolsch            | 404 | no beer named 'kolsch'; did you mean 'kölsch'?
            /beer/%3Cscript%3E      | 404 | no beer named '<script>'; /beers lists all that there are
            /donut/jely             | 404 | no donut named 'jely'; did you mean 'jelly'?
            /donut/wasabi           | 404 | no donut named 'wasabi'; /donuts lists all that there are
            /donut/maple            | 404 | no donut named 'maple'; did you mean 'maple-bacon'?
            /pair/beer?name=stoutt  | 404 | no beer named 'stoutt'; did you mean 'stout'?
            /pair/beer              | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?name=        | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?name=%20     | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair/beer?nam=ipa      | 400 | a name is missing; ask as in /pair/beer?name=ipa
            /pair                   | 404 | no page at '/pair'; / lists all that there are
            /bi%C3%A8rs             | 404 | no page at '/bièrs'; / lists all that there are
            /a+b                    | 404 | no page at '/a+b'; / lists all that there are
            """)
    void areExplainedByTheApp(String path, int status, String detail) {
        isProblem(bar.app().get(path), status, detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            /match?beer=stoutt      | 404 | no beer named 'stoutt'; did you mean 'stout'?
            /match                  | 400 | a name is missing; ask as in /match?beer=ipa
            /match?beer=ipa:mango-lime | 404 | no beer named 'ipa:mango-lime'; did you mean 'ipa'?
            /match?beer=beers       | 404 | no beer named 'beers'
            /match?beer=            | 400 | a name is missing; ask as in /match?beer=ipa
            /mach                   | 404 | no page at '/mach'; there are /match?beer=ipa and /health
            """)
    void areExplainedByTheScoreService(String path, int status, String detail) {
        isProblem(bar.scores().get(path), status, detail);
    }

    @ParameterizedTest
    @CsvSource({"/beer/", "/donut/", "/pair/beer?name="})
    void sayThatANameIsTooLong(String path) {
        String sentence = "a name has at most 100 characters, this one has 101";

        isProblem(bar.app().get(path + HUNDRED_AND_ONE), 400, sentence);
        isProblem(bar.scores().get("/match?beer=" + HUNDRED_AND_ONE), 400, sentence);
    }

    /** What never reaches a page, because it is too long to be read. */
    @Test
    void sayThatARequestCouldNotBeRead() {
        String endless = "/beer/" + "x".repeat(9_000);

        isProblem(bar.app().get(endless), 414, "the request could not be read (URI Too Long)");
        isProblem(bar.scores().get(endless), 414, "the request could not be read (URI Too Long)");
    }

    @Test
    void areNotMadeOfPercentSigns() throws IOException {
        assertThat(raw(bar.bar().appUrl(), "GET /beer/%zz HTTP/1.1"))
                .contains("400 Bad Request", "application/problem+json", "the request could not be read");
    }

    @Test
    void sayWhichMethodIsRightForTheScoreService() {
        isProblem(bar.scores().send("POST", "/match"), 405, "POST is not for /match; use GET");
    }

    @ParameterizedTest
    @CsvSource({"POST, /beers", "PUT, /beer/ipa", "DELETE, /donut/maple-bacon", "PATCH, /pair/beer"})
    void sayWhichMethodIsRight(String method, String path) {
        ServiceReply reply = bar.app().send(method, path);

        isProblem(reply, 405, "%s is not for %s; use GET".formatted(method, path));
        assertThat(reply.header("Allow")).isEqualTo("GET");
    }

    /** A request that no HTTP client would send. */
    private static String raw(URI service, String requestLine) throws IOException {
        try (Socket socket = new Socket("localhost", service.getPort())) {
            String request = requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static void isProblem(ServiceReply reply, int status, String detail) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(MenuIT.fields(reply.json())).containsExactly("type", "title", "status", "detail");
        assertThat(reply.json().get("status").asInt()).isEqualTo(status);
        assertThat(reply.json().get("detail").asText()).startsWith(detail);
        assertThat(reply.body()).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
