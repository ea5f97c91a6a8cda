package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.BarFile;
import coach.bar.EmbeddedRedis;
import coach.bar.environment.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

/** The bar as one command, from opening it to closing it. */
@Order(1)
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class UpIT {

    private static final Map<String, String> NOTHING_SET = Map.of();

    @TempDir
    private Path state;

    private final int port = Ports.free();
    private final int scorePort = Ports.free();
    private final int pagePort = Ports.free();
    private final int otlpPort = Ports.free();

    @AfterEach
    void closeWhateverIsOpen() throws Exception {
        if (!BarFile.all(state.resolve("bars")).isEmpty()) {
            coach("down").exitCode();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can ask another to end there")
    void opensEverything_andLeavesNothingBehind_whenItIsAskedToEnd() throws Exception {
        RunningCoach coach = up();
        coach.awaitLine("Next, in another terminal");
        BarFile bar = BarFile.all(state.resolve("bars")).get(0);
        List<BarFile.ProcessEntry> processes = bar.processes();

        assertThat(processes)
                .extracting(BarFile.ProcessEntry::name)
                .containsExactly("coach", "beer-donut-app", "score-service", "redis");
        assertThat(curlLines(coach.text()))
                .hasSize(3)
                .allSatisfy(url -> assertThat(status(url)).isEqualTo(200));
        assertThat(coach.text()).contains("redis          | ", "score-service  | ", "beer-donut-app | ");
        assertThat(coach.text()).containsPattern("database +H2, 1 ms away \\([0-9.]+ ms measured\\)");

        coach.askToEnd();

        assertThat(coach.exitCode()).isEqualTo(143);
        assertThat(coach.text()).contains("The bar is closed; nothing of it runs any more.");
        assertNothingLeft(processes, bar);
        assertThat(state.resolve("logs").resolve(Integer.toString(port)))
                .isDirectoryContaining("glob:**beer-donut-app.log")
                .isDirectoryContaining("glob:**score-service.log")
                .isDirectoryContaining("glob:**redis.log");
    }

    @Test
    void clearsAwayWhatACrashLeft() throws Exception {
        RunningCoach coach = up("--quiet");
        coach.awaitLine("Next, in another terminal");
        assertThat(coach.text()).contains("beer-donut-app | ").doesNotContain("redis          | ", "score-service  | ");
        BarFile bar = BarFile.all(state.resolve("bars")).get(0);
        List<BarFile.ProcessEntry> processes = bar.processes();

        coach.crash();
        assertThat(processes).filteredOn(noted -> noted.running().isPresent()).hasSize(3);
        RunningCoach again = up();
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.text()).contains("has crashed, and some of it may still run", "workshop down");

        RunningCoach down = coach("down");
        assertThat(down.exitCode()).isEqualTo(0);
        assertThat(down.text()).contains("which had crashed: processes ended: 3.", "workshop up");
        assertNothingLeft(processes, bar);
    }

    @Test
    void usesTheRedisItIsGiven_startsAPartAgainThatHasDied_andIsClosedFromElsewhere() throws Exception {
        try (EmbeddedRedis redis =
                new EmbeddedRedis(state.resolve("own"), state.resolve("own.log"), (part, line) -> {})) {
            redis.start();
            String url = redis.redis()
                    .through("localhost", redis.redis().address().getPort())
                    .toString();

            RunningCoach coach = up(Map.of("REDIS_URL", url));
            coach.awaitLine("Next, in another terminal");
            BarFile bar = BarFile.all(state.resolve("bars")).get(0);

            assertThat(bar.processes()).extracting(BarFile.ProcessEntry::name).doesNotContain("redis");
            try (RedisClient client = redis.redis().client()) {
                assertThat(client.scard("score:beers")).isEqualTo(36);
                // The Redis that runs on Windows is too old for a HELLO.
                assertThat(client.info("commandstats")).contains("cmdstat_sadd").doesNotContain("cmdstat_hello");
            }
            RunningCoach second = up();
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.text()).contains("A bar is already open at http://localhost:" + port, "workshop down");

            startsAgain(coach, bar);

            List<BarFile.ProcessEntry> processes = bar.processes();
            assertThat(coach("down").exitCode()).isEqualTo(0);
            coach.exitCode();
            assertThat(coach.text()).contains("Next: ./workshop up --port " + port + " --score-port " + scorePort);
            assertNothingLeft(processes, bar);
        }
    }

    @Test
    void saysWhereItLookedForRedis_whenNobodyAnswersThere() throws Exception {
        int nobody = Ports.free();

        RunningCoach coach = up(Map.of("REDIS_URL", "redis://localhost:" + nobody));

        assertThat(coach.exitCode()).isEqualTo(2);
        assertThat(coach.text())
                .contains("REDIS_URL says that a Redis runs at localhost:" + nobody + ", but:")
                .contains("unset REDIS_URL")
                .doesNotContain("\tat ");
        assertThat(BarFile.all(state.resolve("bars"))).isEmpty();
    }

    /** Ctrl-C that comes early reaches a bar that is half open; asked to end here, again without the terminal. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no process can ask another to end there")
    void leavesNothingBehind_whenItIsAskedToEndWhileItOpens() throws Exception {
        RunningCoach coach = up();
        coach.awaitLine("score-service  | ");
        BarFile bar = BarFile.all(state.resolve("bars")).get(0);
        List<BarFile.ProcessEntry> processes = bar.processes();

        coach.askToEnd();

        assertThat(coach.exitCode()).isEqualTo(143);
        assertThat(coach.text()).contains("The bar is closed; nothing of it runs any more.");
        assertThat(coach.text()).doesNotContain("ended with exit code", "The bar is open", "\tat ");
        assertThat(processes).hasSizeGreaterThan(2);
        assertNothingLeft(processes, bar);
    }

    @Test
    void saysWhoHoldsItsPort() throws Exception {
        try (ServerSocket holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            RunningCoach coach = up();

            assertThat(coach.exitCode()).isEqualTo(2);
            assertThat(coach.text())
                    .contains("Port " + holder.getLocalPort() + " is taken by ")
                    .containsPattern("workshop up --score-port " + scorePort + " .* --port \\d+\\R?$");
        }
    }

    private void startsAgain(RunningCoach coach, BarFile bar) throws Exception {
        bar.processes().stream()
                .filter(noted -> noted.name().equals("score-service"))
                .flatMap(noted -> noted.running().stream())
                .forEach(ProcessHandle::destroyForcibly);

        coach.awaitLine("score-service has ended with exit code");
        coach.awaitLine("score-service runs again.");
        assertThat(status("http://localhost:" + scorePort + "/match?beer=ipa")).isEqualTo(200);
    }

    private RunningCoach up(String... words) throws IOException {
        return up(NOTHING_SET, words);
    }

    /** On two free ports: the one above a free one may well be in use. */
    private RunningCoach up(Map<String, String> env, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("up", "--port", "" + port, "--score-port", "" + scorePort));
        all.addAll(List.of("--page-port", "" + pagePort, "--otlp-port", "" + otlpPort));
        all.addAll(List.of(words));
        return new RunningCoach(state, env, all.toArray(String[]::new));
    }

    private RunningCoach coach(String... words) throws IOException {
        return new RunningCoach(state, NOTHING_SET, words);
    }

    private void assertNothingLeft(List<BarFile.ProcessEntry> processes, BarFile bar) {
        assertThat(processes).noneMatch(noted -> noted.running().isPresent());
        assertThat(Ports.error(port)).isEmpty();
        assertThat(Ports.error(scorePort)).isEmpty();
        assertThat(Ports.error(pagePort)).isEmpty();
        assertThat(Ports.error(otlpPort)).isEmpty();
        assertThat(bar.folder()).doesNotExist();
    }

    private static List<String> curlLines(String text) {
        return Pattern.compile("curl(?:\\.exe)? \"([^\"]+)\"")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static int status(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
