package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.otlp.OtherReceiver.Arrived;
import traces.store.TraceStore;

@Timeout(60)
class OtlpForwarderTest {

    private static final long WAIT_SECONDS = 20;

    /** Room for two exports of that many bytes, and not for three. */
    private static final int HALF_OF_THE_QUEUE = 1 << 20;

    private static final int QUEUE = 2 * HALF_OF_THE_QUEUE + HALF_OF_THE_QUEUE / 2;

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    private final int port = UnusedPort.find();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final ForwardEndpoint endpoint =
            ForwardEndpoint.at("http://localhost:" + port + "/otlp/", "api-key=a%20b=+, team = beer", false);
    private final TraceReceiver receiver = TraceReceiver.open(
            "localhost",
            0,
            new TraceStore(),
            Optional.of(new OtlpForwarder(endpoint, QUEUE, BETWEEN_TRIES, lines::add)));
    private final String url = "http://localhost:" + receiver.port();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/traces, application/x-protobuf",
        "/v1/traces, application/json; charset=utf-8",
        "/v1/metrics, application/x-protobuf",
        "/v1/logs, application/json"
    })
    void passesOnWhatArrives_unchanged(String path, String type) throws Exception {
        byte[] body = (type.contains("json") ? "{ }" : "").getBytes(UTF_8);
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            OtlpPost.to(url + path).as(type).body(body).send();

            Arrived arrived = elsewhere.next();

            assertThat(arrived.path()).isEqualTo("/otlp" + path);
            assertThat(arrived.headers().get("Content-Type")).containsExactly(type);
            assertThat(arrived.headers().get("Content-Encoding")).isNull();
            assertThat(arrived.body()).isEqualTo(body);
        }
    }

    @Test
    void passesOnWhatIsZipped_zipped() throws Exception {
        byte[] plain = SampleSpan.trace(SampleSpan.named("a")).toOtlp().toByteArray();
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            OtlpPost.to(url + "/v1/traces").zipped(plain).send();

            Arrived arrived = elsewhere.next();

            assertThat(arrived.headers().get("Content-Encoding")).containsExactly("gzip");
            assertThat(arrived.body()).isEqualTo(OtlpPost.zip(plain));
        }
    }

    @Test
    void addsTheHeadersThatWereAskedFor() throws Exception {
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            OtlpPost.to(url + "/v1/traces").send();

            Arrived arrived = elsewhere.next();

            assertThat(arrived.headers().get("api-key")).containsExactly("a b=+");
            assertThat(arrived.headers().get("team")).containsExactly("beer");
        }
    }

    @Test
    void passesNothingOnThatWasRefusedHere() throws Exception {
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            OtlpPost.to(url + "/v1/traces").body("broken").send();
            OtlpPost.to(url + "/v1/logs").send();

            Arrived first = elsewhere.next();

            assertThat(first.path()).endsWith("/v1/logs");
        }
    }

    @Test
    void harmsNobody_whileTheOtherIsAway() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(OtlpPost.to(url + "/v1/traces").send().statusCode()).isEqualTo(200);
        }

        assertThat(heard()).contains("Nothing can be forwarded to http://localhost:" + port + "/otlp just now");
    }

    @Test
    void deliversWhatHasWaited_whenTheOtherIsBack() throws Exception {
        OtlpPost.to(url + "/v1/traces").send();
        heard();
        OtlpPost.to(url + "/v1/logs").send();

        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            assertThat(elsewhere.next().path()).endsWith("/v1/traces");
            assertThat(elsewhere.next().path()).endsWith("/v1/logs");
            assertThat(heard()).contains("works again; nothing was lost");
        }
    }

    @Test
    void triesAgainAndSaysSoOnce_whileTheOtherHasNoTime() throws Exception {
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            elsewhere.answer(503);
            OtlpPost.to(url + "/v1/traces").send();
            for (int i = 0; i < 3; i++) {
                assertThat(elsewhere.next().path()).endsWith("/v1/traces");
            }
            elsewhere.answer(200);

            assertThat(heard()).contains("it answers 503");
            assertThat(heard()).contains("works again; nothing was lost");
        }
    }

    /** Jaeger is such another: it takes traces only. */
    @Test
    void saysOnceThatSomethingIsNotWanted() throws Exception {
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            elsewhere.answer(404);
            for (int i = 0; i < 3; i++) {
                OtlpPost.to(url + "/v1/metrics").send();
                elsewhere.next();
            }
            OtlpPost.to(url + "/v1/logs").send();
            elsewhere.next();

            assertThat(heard()).contains("/v1/metrics answers 404");
            assertThat(heard()).contains("/v1/logs answers 404");
        }
    }

    /** Four of them, of which two have room and one is on its way: the second leaves. */
    @Test
    void dropsTheOldest_whenTooMuchWaits() throws Exception {
        OtlpPost.to(url + "/v1/traces").body(filled(1)).send();
        heard();
        for (int i = 2; i <= 4; i++) {
            OtlpPost.to(url + "/v1/traces").body(filled(i)).send();
        }

        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            assertThat(elsewhere.next().body()).endsWith(1);
            assertThat(heard()).contains("1 export was dropped");
            assertThat(elsewhere.next().body()).endsWith(3);
            assertThat(elsewhere.next().body()).endsWith(4);
        }
    }

    /** Spans that carry nothing but that number, in a field that OTLP doesn't have. */
    private static byte[] filled(int number) {
        byte[] body = new byte[HALF_OF_THE_QUEUE];
        Arrays.fill(body, 0, body.length - 1, (byte) (15 << 3));
        for (int i = 1; i < body.length; i += 2) {
            body[i] = (byte) number;
        }
        return body;
    }

    @Test
    void sendsWhatStillWaits_whenItIsClosed() throws Exception {
        try (OtherReceiver elsewhere = new OtherReceiver(port)) {
            for (int i = 0; i < 10; i++) {
                OtlpPost.to(url + "/v1/traces").send();
            }

            receiver.close();

            for (int i = 0; i < 10; i++) {
                assertThat(elsewhere.next().path()).endsWith("/v1/traces");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4318",
                "grpc://localhost:4317",
                "http://",
                "http://local host",
                "http://localhost:99999",
                "http://user:secret@localhost",
                "http://localhost:4318/v1/traces",
                "http://localhost?key=1",
                "4318"
            })
    void saysWhatAnEndpointLooksLike(String notOne) {
        assertThatThrownBy(() -> OtlpForwarder.from(Map.of(ForwardEndpoint.URL, notOne), lines::add))
                .isInstanceOf(InvalidForwarding.class)
                .hasMessageContaining("FORWARD_OTLP_TO is '" + notOne + "'")
                .hasMessageContaining("such as http://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no-equals-sign secret", "=secret", "host=secret", "a b=secret", "k=%zzsecret", "k=a\nsecret"})
    void saysWhatHeadersLookLike_andNoneOfTheirValues(String headers) {
        Map<String, String> env =
                Map.of(ForwardEndpoint.URL, "http://localhost:14318", ForwardEndpoint.HEADERS, headers);

        assertThatThrownBy(() -> OtlpForwarder.from(env, lines::add))
                .isInstanceOf(InvalidForwarding.class)
                .hasMessageContaining("api-key=abc,team=red")
                .message()
                .doesNotContain("secret");
    }

    @Test
    void doesNothing_whenNothingIsSet() {
        assertThat(OtlpForwarder.from(Map.of(ForwardEndpoint.URL, " "), lines::add))
                .isEmpty();
    }

    @Test
    void refusesToForwardToItself() {
        try (OtlpForwarder circle = OtlpForwarder.from(
                        Map.of(ForwardEndpoint.URL, "http://localhost:" + port), lines::add)
                .orElseThrow()) {
            assertThatThrownBy(() -> TraceReceiver.open("localhost", port, new TraceStore(), Optional.of(circle)))
                    .isInstanceOf(InvalidForwarding.class)
                    .hasMessageContaining("itself");
        }
    }

    /** There is no such host: an export for it is dropped at once, so that closing has nothing to wait for. */
    @Test
    void saysNothing_whileAnOptionalEndpointIsAbsent() throws Exception {
        Map<String, String> env = Map.of(ForwardEndpoint.IF_FOUND, "http://jaeger.invalid:4318");

        try (OtlpForwarder optional = OtlpForwarder.from(env, lines::add).orElseThrow()) {
            optional.forward("/v1/traces", "application/json", new RequestBody(new byte[0], false));
        }

        assertThat(lines).isEmpty();
    }

    private String heard() throws InterruptedException {
        String line = lines.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        return line == null ? "(nothing)" : line;
    }
}
