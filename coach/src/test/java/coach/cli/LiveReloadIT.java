package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import coach.bar.environment.Workshop;
import coach.course.check.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** What a learner saves is what runs; what does not compile takes nothing down. */
@Order(1)
@Timeout(value = 240, threadMode = ThreadMode.SEPARATE_THREAD)
class LiveReloadIT {

    private static final String HOME = "beer-donut-app/src/main/resources/index.html";
    private static final String PAIRINGS = "beer-donut-app/src/main/java/beerdonut/pairing/Pairings.java";

    @TempDir
    Path state;

    @Test
    void restartsTheAppAlone_whenAFileIsSaved() throws Exception {
        RunningCoach start = new RunningCoach(state, Map.of(), "start");
        assertThat(start.exitCode()).as(start.text()).isZero();
        int port = Ports.free();
        RunningCoach up = up(port);
        try {
            up.awaitLine("Next, in another terminal");
            ServiceClient app = new ServiceClient(URI.create("http://localhost:" + port));

            replace(PAIRINGS, "sessions.fromSession(", "sessions.fromSession(oh dear ");
            up.awaitLine("does not compile yet");
            up.awaitLine("What ran before still runs");
            assertThat(app.get("/pair/beer?name=stout").status()).isEqualTo(200);

            assertThat(type("curl", "beer/ipa")).contains("does not compile yet: what answers is what ran before");

            replace(PAIRINGS, "sessions.fromSession(oh dear ", "sessions.fromSession(");
            up.awaitLine("Restarted beer-donut-app after");
            up.awaitLine("Next: " + Workshop.curl("http://localhost:" + port + "/pair/beer?name=ipa"));

            replace(HOME, "Beer and donuts", "Donuts and beer");
            assertThat(type("curl", "/"))
                    .as("asked at once, before up has noticed what was saved")
                    .contains("Donuts and beer", "It has no trace", "Next: " + Workshop.command("measure \"/\""));
            up.awaitLine("Restarted beer-donut-app after");

            replace(HOME, "Donuts and beer", "Beer, then donuts");
            assertThat(type("measure", "/", "--requests", "2")).contains("Measuring");
            assertThat(app.get("/").body()).contains("Beer, then donuts");

            RunningCoach restart = new RunningCoach(state, Map.of(), "restart");
            assertThat(restart.exitCode()).as(restart.text()).isZero();
            assertThat(restart.text()).contains("Restarted score-service and beer-donut-app");
        } finally {
            up.askToEnd();
        }
        up.exitCode();
        assertThat(up.text()).contains("nothing of it runs any more").doesNotContain("has ended");
    }

    private String type(String... words) throws Exception {
        RunningCoach coach = new RunningCoach(state, Map.of(), words);
        assertThat(coach.exitCode()).as(coach.text()).isZero();
        return coach.text();
    }

    private RunningCoach up(int port) throws IOException {
        return new RunningCoach(
                state,
                Map.of(),
                "up",
                "--port",
                Integer.toString(port),
                "--score-port",
                Integer.toString(Ports.free()),
                "--page-port",
                Integer.toString(Ports.free()),
                "--otlp-port",
                Integer.toString(Ports.free()));
    }

    private void replace(String path, String before, String after) throws IOException {
        Path file = state.resolve("workspace").resolve(path);
        String text = Files.readString(file);
        assertThat(text).contains(before);
        Files.writeString(file, text.replace(before, after));
    }
}
