package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.PortUnavailable;
import traces.model.SampleSpan;
import traces.store.TraceStore;

class TraceWebServerTest {

    private static final String HOST = "127.0.0.1";

    private static final TraceStore STORE = new TraceStore();
    private static final WebRoutes HELLO = routes -> routes.get("/hello", ctx -> ctx.result("Hello."));
    private static final TraceWebServer PAGES = TraceWebServer.open(STORE, HOST, 0, List.of(HELLO));

    private final HttpClient browser = HttpClient.newHttpClient();

    @AfterAll
    static void close() {
        PAGES.close();
    }

    @ParameterizedTest
    @CsvSource({"/zipkin, /zipkin/", "/favicon.ico, /zipkin/favicon.ico"})
    void showTheWayToLens(String path, String expected) throws Exception {
        HttpResponse<String> reply = get(path);

        assertThat(reply.statusCode()).isEqualTo(302);
        assertThat(URI.create(reply.headers().firstValue("Location").orElseThrow())
                        .getPath())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/zipkin/", "/zipkin/?limit=5", "/zipkin/dependency", "/zipkin/traces/1a", "/zipkin/index.html"})
    void showLens_whereverItHasAPage(String path) throws Exception {
        HttpResponse<String> reply = get(path);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(reply.body()).contains("<title>Zipkin</title>");
    }

    @Test
    void giveLensItsScript_onceAYearAndCompressed() throws Exception {
        String index = get("/zipkin/").body();
        String script = index.replaceAll("(?s).*src=\"(/zipkin/static/js/[^\"]+)\".*", "$1");

        HttpResponse<String> reply = send(request(script).header("Accept-Encoding", "gzip"));

        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(reply.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(reply.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isBetween(1L, 1_000_000L);
    }

    /** As a page from elsewhere asks, once its own name has been given our address. */
    @ParameterizedTest
    @CsvSource({"localhost, 200", "127.0.0.1, 200", "[::1], 200", "evil.example, 421", "localhost.evil.example, 421"})
    void answerToTheNamesOfThisMachineAlone(String name, int status) throws IOException {
        try (Socket socket = new Socket(HOST, PAGES.port())) {
            String asked = "GET /zipkin/config.json HTTP/1.1\r\nHost: %s:9411\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(asked.formatted(name).getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void giveLensItsSettings() throws Exception {
        assertThat(get("/zipkin/config.json").body())
                .contains("\"defaultLookback\" : 43200000")
                .contains("\"queryLimit\" : 20")
                .contains("\"searchEnabled\" : true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nowhere",
                "/zipkin/nowhere",
                "/api/v2/nowhere",
                "/zipkin/static/nowhere.js",
                "/zipkin/static/js/%2e%2e/%2e%2e/index.html",
                "/zipkin/static/..%2findex.html",
                "/zipkin/traces/1/2"
            })
    void sayWhereTheTracesAre_whenThereIsNothing(String path) throws Exception {
        HttpResponse<String> reply = get(path);

        assertThat(reply.statusCode()).isIn(400, 404);
        assertThat(reply.body()).doesNotContain("<title>Zipkin");
    }

    @Test
    void sayInASentence_thatThereIsNothing() throws Exception {
        HttpResponse<String> reply = get("/%3Cscript%3E");

        assertThat(reply.statusCode()).isEqualTo(404);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(reply.body()).isEqualTo("There is nothing at /%3Cscript%3E. The traces are at /zipkin/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/spans", "/zipkin/api/v2/spans"})
    void sayWhereSpansGo_whenTheyAreSentHere(String path) throws Exception {
        HttpResponse<String> reply = send(request(path).POST(HttpRequest.BodyPublishers.ofString("[]")));

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow")).hasValue("GET");
        assertThat(reply.body()).contains("POST /v1/traces");
    }

    @Test
    void refuseOtherMethods() throws Exception {
        HttpResponse<String> reply = send(request("/zipkin/").DELETE());

        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("Allow")).hasValue("GET");
        assertThat(reply.body()).isEqualTo("DELETE is not for /zipkin/, which takes GET");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/zipkin/", "/api/v2/services", "/hello", "/nowhere"})
    void tellTheBrowserToRunNothingElse(String path) throws Exception {
        HttpResponse<String> reply = get(path);

        assertThat(reply.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(reply.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'self'")
                        .doesNotContain("script-src")
                        .doesNotContain("unsafe-eval"));
    }

    @Test
    void showWhatIsPutBesideLens() throws Exception {
        assertThat(get("/hello").body()).isEqualTo("Hello.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2", "/zipkin/api/v2"})
    void answerForZipkin(String prefix) throws Exception {
        STORE.add(SampleSpan.trace(SampleSpan.named("GET /beers").trace(7))
                .toOtlp()
                .getResourceSpansList());

        HttpResponse<String> reply = get(prefix + "/trace/7");

        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(reply.body()).contains("\"name\":\"get /beers\"");
    }

    @Test
    void giveATraceAnAddress() {
        assertThat(PAGES.urlOf("1a")).isEqualTo("http://localhost:" + PAGES.port() + "/zipkin/traces/1a");
    }

    @Test
    void cannotOpen_whenTheirPortIsTaken() {
        assertThatThrownBy(() -> TraceWebServer.open(STORE, HOST, PAGES.port(), List.of()))
                .isInstanceOf(PortUnavailable.class)
                .hasMessageContaining("Port " + PAGES.port());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + PAGES.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
