package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from a slow answer to its trace, as a learner types it. */
class TracesFromTheTerminalIT {

    private static final Map<String, String> EIGHTY_COLUMNS = Map.of("COLUMNS", "80");
    private static final Pattern ITS_TRACE = Pattern.compile("Its trace: (http://\\S+/([0-9a-f]{32}))");

    @TempDir
    static Path state;

    private static RunningCoach bar;

    @BeforeAll
    static void open() throws IOException {
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
                "" + Ports.free(),
                "--otlp-port",
                "" + Ports.free());
        bar.awaitLine("The bar is open");
    }

    @AfterAll
    static void close() throws Exception {
        bar.askToEnd();
        bar.exitCode();
    }

    @Test
    void goesFromAnAnswerToItsTrace() throws Exception {
        String answer = type("curl", "pair/beer?name=ipa");

        assertThat(answer).startsWith("{\"beer\":\"ipa\"").contains("200 in ");
        String drawn = awaitWholeTrace(idIn(answer));
        assertThat(drawn)
                .contains(
                        "GET /pair/beer", "80 × SELECT mem:bar.Donut", "80 × SELECT mem:bar.donut_flavour", "http://");
        assertThat(drawn.lines()).filteredOn(line -> !line.contains("http")).allMatch(line -> line.length() <= 80);
    }

    @Test
    void comparesTheTracesOfTwoRequests() throws Exception {
        String pair = idIn(type("curl", "pair/beer?name=ipa"));
        String beer = idIn(type("curl", "beer/ipa"));
        awaitWholeTrace(pair);
        awaitWholeTrace(beer);

        assertThat(type("compare-traces", pair, beer)).contains("162 SELECT became 1, −");
    }

    @Test
    void saysWhichSpanFailed_whenNothingWasFound() throws Exception {
        String answer = type("curl", "beer/nope");

        assertThat(answer).contains("404 in ");
        assertThat(awaitWholeTrace(idIn(answer))).contains("GET /beer/{name}", "1 error");
    }

    @Test
    void listsTheNewestTraces() throws Exception {
        String id = idIn(type("curl", "donuts"));
        awaitWholeTrace(id);

        assertThat(type("traces")).contains("workshop: curl /donuts", id.substring(0, 8));
    }

    @Test
    void drawsATraceThatWasSaved() throws Exception {
        String id = idIn(type("curl", "beer/stout"));
        awaitWholeTrace(id);
        Path file = Files.writeString(state.resolve("stout.json"), type("trace", id, "--json"));

        assertThat(type("trace", file.toString())).contains(id, "GET /beer/{name}");
    }

    @Test
    void saysWhatToType_whenThereIsNoSuchTrace() throws Exception {
        RunningCoach coach = new RunningCoach(state, EIGHTY_COLUMNS, "trace", "0123456789abcdef0123456789abcdef");

        assertThat(coach.exitCode()).isEqualTo(2);
        assertThat(coach.text()).contains("No trace 0123456789abcdef", "Next: ");
    }

    /** Types the command until the app's SERVER span is there: it arrives when the agent sends it. */
    private static String awaitWholeTrace(String id) throws Exception {
        String drawn = type("trace", id);
        for (int tries = 0; tries < 20 && !drawn.contains("beer-donut-app"); tries++) {
            drawn = type("trace", id);
        }
        return drawn;
    }

    private static String idIn(String answer) {
        Matcher matcher = ITS_TRACE.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(2);
    }

    private static String type(String... words) throws Exception {
        RunningCoach coach = new RunningCoach(state, EIGHTY_COLUMNS, words);
        int exitCode = coach.exitCode();
        assertThat(exitCode).as("%s:%n%s", List.of(words), coach.text()).isZero();
        return coach.text();
    }
}
