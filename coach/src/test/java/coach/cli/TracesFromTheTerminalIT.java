package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import traces.store.StoreClient;
import traces.store.StoredTraces;

/** The way from a slow answer to its trace, as a learner types it. */
class TracesFromTheTerminalIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> EIGHTY_COLUMNS = Map.of("COLUMNS", "80");
    private static final Pattern ITS_TRACE = Pattern.compile("Its trace: (http://\\S+/([0-9a-f]{32}))");

    @TempDir
    static Path state;

    private static RunningCoach bar;
    private static StoredTraces store;

    @BeforeAll
    static void open() throws IOException {
        int page = Ports.free();
        bar = new RunningCoach(
                state,
                Map.of(),
                "up",
                "--agent",
                "--port",
                "" + Ports.free(),
                "--score-port",
                "" + Ports.free(),
                "--page-port",
                "" + page,
                "--otlp-port",
                "" + Ports.free());
        bar.awaitLine("The bar is open");
        store = new StoreClient(URI.create("http://localhost:" + page));
    }

    @AfterAll
    static void close() throws Exception {
        bar.askToEnd();
        bar.exitCode();
    }

    @Test
    void printsAnAnswer_andWhereItsTraceIs() throws Exception {
        String answer = type("curl", "pair/beer?name=ipa");

        assertThat(answer).startsWith("{\"beer\":\"ipa\"").contains("200 in ").containsPattern(ITS_TRACE);
    }

    @Test
    void drawsTheTraceOfAnAnswer_inTheWidthOfTheTerminal() throws Exception {
        String drawn = type("trace", completeTrace("pair/beer?name=ipa"));

        assertThat(drawn)
                .contains(
                        "GET /pair/beer", "80 × SELECT mem:bar.Donut", "80 × SELECT mem:bar.donut_flavour", "http://");
        assertThat(drawn.lines()).filteredOn(line -> !line.contains("http")).allMatch(line -> line.length() <= 80);
    }

    @Test
    void comparesTheTracesOfTwoRequests() throws Exception {
        String pair = completeTrace("pair/beer?name=ipa");
        String beer = completeTrace("beer/ipa");

        assertThat(type("compare-traces", pair, beer)).contains("162 SELECT became 1, −");
    }

    @Test
    void saysWhichSpanFailed_whenNothingWasFound() throws Exception {
        String answer = type("curl", "beer/nope");

        assertThat(answer).contains("404 in ");
        awaitSpanOfTheApp(idIn(answer));
        assertThat(type("trace", idIn(answer))).contains("GET /beer/{name}", "1 error");
    }

    @Test
    void listsTheNewestTraces() throws Exception {
        String id = completeTrace("donuts");

        assertThat(type("traces")).contains("workshop: curl /donuts", id.substring(0, 8));
    }

    @Test
    void drawsATraceThatWasSaved() throws Exception {
        String id = completeTrace("beer/stout");
        Path file = Files.writeString(state.resolve("stout.json"), type("trace", id, "--json"));

        assertThat(type("trace", file.toString())).contains(id, "GET /beer/{name}");
    }

    @Test
    void saysWhatToType_whenThereIsNoSuchTrace() throws Exception {
        RunningCoach coach = new RunningCoach(state, EIGHTY_COLUMNS, "trace", "0123456789abcdef0123456789abcdef");

        assertThat(coach.exitCode()).isEqualTo(2);
        assertThat(coach.text()).contains("No trace 0123456789abcdef", "Next: ");
    }

    /** @return the id of a trace that holds the app's SERVER span, which arrives when the agent sends it */
    private static String completeTrace(String path) throws Exception {
        String id = idIn(type("curl", path));
        awaitSpanOfTheApp(id);
        return id;
    }

    private static void awaitSpanOfTheApp(String id) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!store.find(id).services().contains("beer-donut-app")) {
            assertThat(System.nanoTime())
                    .as("time until a span of the app arrives in trace %s", id)
                    .isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private static String idIn(String answer) {
        Matcher matcher = ITS_TRACE.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(2);
    }

    private static String type(String... args) throws Exception {
        RunningCoach coach = new RunningCoach(state, EIGHTY_COLUMNS, args);
        int exitCode = coach.exitCode();
        assertThat(exitCode).as("%s:%n%s", List.of(args), coach.text()).isZero();
        return coach.text();
    }
}
