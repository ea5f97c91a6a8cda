package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PathMeasurementTest {

    private final List<Integer> rounds = new ArrayList<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksForThePathsInTurn_afterAWarmUp() throws Exception {
        PathMeasurement measurement = measurement(10, "a", "/b");

        List<Latencies> measured = measurement.run(rounds::add);

        assertThat(measurement.warmUp()).isEqualTo(2);
        assertThat(asked).hasSize(24).startsWith("/a", "/b", "/a", "/b").endsWith("/a", "/b");
        assertThat(measured).extracting(Latencies::path).containsExactly("a", "/b");
        assertThat(rounds).hasSize(measurement.rounds()).startsWith(1, 2).endsWith(12);
    }

    @Test
    void countsFailuresAndDoesNotTimeThem() throws Exception {
        Latencies failing = measurement(5, "fail").run(rounds::add).get(0);

        assertThat(failing.errors()).isEqualTo(5);
        assertThat(failing.lastError()).isEqualTo("status 503");
        assertThat(failing.hasAnswers()).isFalse();
    }

    @Test
    void countsAFailure_whenNobodyAnswers() throws Exception {
        server.stop(0);

        Latencies nobody = measurement(2, "a").run(rounds::add).get(0);

        assertThat(nobody.errors()).isEqualTo(2);
        assertThat(nobody.lastError()).startsWith("ConnectException");
    }

    @Test
    void sendsNamesInUtf8() throws Exception {
        measurement(1, "beer/kölsch", "pair/beer?name=bière de garde").run(rounds::add);

        assertThat(asked).contains("/beer/k%C3%B6lsch", "/pair/beer?name=bi%C3%A8re%20de%20garde");
    }

    @Test
    void leavesOutPercentiles_whenThereAreTooFewSamplesForThem() {
        Latencies few = latencies(19);
        Latencies some = latencies(99);
        Latencies many = latencies(100);

        assertThat(few.p95Millis()).isNaN();
        assertThat(some.p95Millis()).isBetween(94.0, 97.0);
        assertThat(some.p99Millis()).isNaN();
        assertThat(many.p99Millis()).isBetween(98.0, 101.0);
        assertThat(many.p50Millis()).isBetween(49.0, 52.0);
    }

    @Test
    void showsALineForEachPath() {
        Latencies failing = new Latencies("donuts");
        failing.failed("status 503");

        String table = Latencies.table(List.of(latencies(100), failing));

        assertThat(table.lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0)).containsSubsequence("path", "p50", "p95", "p99", "max", "req/s", "errors");
            assertThat(lines.get(1))
                    .containsSubsequence("beers", "50.0 ms", "95.0 ms", "99.0 ms", "100 ms", "19.8", "0");
            assertThat(lines.get(2)).containsSubsequence("donuts", "-", "-", "1");
            assertThat(lines.get(3)).isEqualTo("donuts: 1 failed, the last with status 503");
        });
    }

    @Test
    void isUneven_whenSomeAnswersTookFarLonger() {
        Latencies even = latencies(100);
        Latencies uneven = new Latencies("pair");
        for (int i = 0; i < 100; i++) {
            uneven.answered(i < 90 ? 41_000_000 : 197_000_000);
        }

        assertThat(even.isUneven()).isFalse();
        assertThat(uneven.isUneven()).isTrue();
        assertThat(new Latencies("nothing").isUneven()).isFalse();
    }

    @Test
    void hasRoomForItsHead_whenThePathIsShorter() {
        Latencies home = new Latencies("/");
        home.answered(5_000_000);

        assertThat(Latencies.table(List.of(home)).lines().toList())
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("path  "),
                        row -> assertThat(row).startsWith("/     "));
    }

    /** 1 ms, 2 ms, 3 ms and so on. */
    private static Latencies latencies(int samples) {
        Latencies latencies = new Latencies("beers");
        for (int millis = 1; millis <= samples; millis++) {
            latencies.answered(millis * 1_000_000L);
        }
        return latencies;
    }

    private PathMeasurement measurement(int requests, String... paths) {
        URI app = URI.create("http://localhost:" + server.getAddress().getPort());
        return new PathMeasurement(app, List.of(paths), requests);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toASCIIString());
        byte[] body = "{}".getBytes(UTF_8);
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().contains("fail") ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
