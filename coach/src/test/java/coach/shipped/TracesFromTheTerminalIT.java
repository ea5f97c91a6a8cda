package coach.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import coach.cli.RunningCoach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import traces.store.StoreClient;
import traces.store.StoredTraces;

/** The way from a slow answer to its trace, as a learner types it. */
@ResourceLock(ShippedBarTest.TRACED)
class TracesFromTheTerminalIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> EIGHTY_COLUMNS = Map.of("COLUMNS", "80");
    private static final Pattern ITS_TRACE = Pattern.compile("Its trace: (http://\\S+/([0-9a-f]{32}))");

    @RegisterExtension
    static final ShippedBarTest bar = ShippedBarTest.traced();

    @TempDir
    private static Path folder;

    private static StoredTraces store;
    private static String answer;
    private static String pair;
    private static String beer;

    @BeforeAll
    static void ask() throws Exception {
        store = new StoreClient(bar.bar().pageUrl());
        answer = type("curl", "pair/beer?name=ipa");
        pair = completeTrace(answer);
        beer = completeTrace(type("curl", "beer/ipa"));
    }

    @Test
    void printsAnAnswer_andWhereItsTraceIs() {
        assertThat(answer).startsWith("{\"beer\":\"ipa\"").contains("200 in ").containsPattern(ITS_TRACE);
    }

    @Test
    void drawsTheTraceOfAnAnswer_inTheWidthOfTheTerminal() throws Exception {
        String drawn = type("trace", pair);

        // Each database in a process has a name of its own.
        assertThat(drawn)
                .contains("GET /pair/beer", "http://")
                .containsPattern("80 × SELECT mem:bar\\d*\\.Donut\\b")
                .containsPattern("80 × SELECT mem:bar\\d*\\.donut_flavour\\b");
        assertThat(drawn.lines()).filteredOn(line -> !line.contains("http")).allMatch(line -> line.length() <= 80);
    }

    @Test
    void comparesTheTracesOfTwoRequests() throws Exception {
        assertThat(type("compare-traces", pair, beer)).contains("162 SELECT became 1, −");
    }

    @Test
    void saysWhichSpanFailed_whenNothingWasFound() throws Exception {
        String refused = type("curl", "beer/nope");

        assertThat(refused).contains("404 in ");
        assertThat(type("trace", completeTrace(refused))).contains("GET /beer/{name}", "1 error");
    }

    @Test
    void listsTheNewestTraces() throws Exception {
        assertThat(type("traces")).contains("workshop: curl /beer/ipa", beer.substring(0, 8));
    }

    @Test
    void drawsATraceThatWasSaved() throws Exception {
        Path file = Files.writeString(folder.resolve("ipa.json"), type("trace", beer, "--json"));

        assertThat(type("trace", file.toString())).contains(beer, "GET /beer/{name}");
    }

    @Test
    void saysWhatToType_whenThereIsNoSuchTrace() throws Exception {
        RunningCoach coach = coach("trace", "0123456789abcdef0123456789abcdef");

        assertThat(coach.exitCode()).isEqualTo(2);
        assertThat(coach.text()).contains("No trace 0123456789abcdef", "Next: ");
    }

    /** @return the id of a trace that holds the app's SERVER span, which arrives when the agent sends it */
    private static String completeTrace(String answer) throws Exception {
        String id = idIn(answer);
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
        RunningCoach coach = coach(args);
        int exitCode = coach.exitCode();
        assertThat(exitCode).as("%s:%n%s", List.of(args), coach.text()).isZero();
        return coach.text();
    }

    private static RunningCoach coach(String... args) throws IOException {
        return new RunningCoach(ShippedBar.state(bar.bar()), EIGHTY_COLUMNS, args);
    }
}
