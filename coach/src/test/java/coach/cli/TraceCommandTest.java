package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.terminal.Screen;
import traces.waterfall.SampleTraces;

class TraceCommandTest {

    private static final String PAIR = SampleSpan.hex(1, 16);

    private final KeptTraces bar = new KeptTraces();
    private final RunCommand command =
            new RunCommand(new TraceCommand(meant -> bar, () -> Screen.plain(80), ZoneOffset.UTC));

    @TempDir
    private Path folder;

    @BeforeEach
    void keepTwo() {
        bar.keep(
                SampleSpan.tree(
                        SampleSpan.named("GET /beers").trace(0xabcdL << 32).server()),
                0);
        bar.keep(SampleTraces.pair(), 0);
    }

    @Test
    void drawsTheLast_saysWhatStandsOut_andWhereItsPageIs() {
        assertThat(command.with()).isEqualTo(0);

        assertThat(command.out())
                .startsWith("Trace " + PAIR)
                .contains("├─ 80 × SELECT mem:bar.Donut ")
                .contains("\n\n* 80 × ")
                .containsPattern("Its page: http://localhost:9411/zipkin/traces/" + PAIR + "\nNext: .*workshop trace "
                        + PAIR + " --all\n$");
    }

    @Test
    void drawsTheLastRequest_whateverTheServicesDidByThemselvesSince() {
        bar.keep(
                SampleSpan.tree(
                        SampleSpan.named("INSERT mem:bar.Beer").trace(77).client()),
                0);
        bar.keep(
                SampleSpan.tree(
                        SampleSpan.named("GET /health").trace(78).server().attribute("url.path", "/health")),
                0);

        command.with("last");
        assertThat(command.out()).startsWith("Trace " + PAIR);

        command.with(SampleSpan.hex(78, 16));
        assertThat(command.out()).contains("GET /health");
    }

    @Test
    void saysHowManyThereAre_whenFewerRequestsWereTraced() {
        assertThat(command.with("last~7")).isEqualTo(2);

        assertThat(command.err()).isEqualTo("There are only 2 traces of requests.");
    }

    @Test
    void drawsAllOfIt_whenAsked() {
        command.with("last", "--all");

        assertThat(command.out().lines().filter(line -> line.contains("SELECT mem:bar.Donut ")))
                .hasSize(80);
        assertThat(command.out()).containsPattern("Next: .*workshop traces\n$");
    }

    @Test
    void findsATraceByTheBeginningOfItsId() {
        command.with("0000000000000000" + "0000ab");

        assertThat(command.out()).contains("GET /beers");
    }

    @Test
    void failsInWords_whenThereIsNoSuchTrace() {
        assertThat(command.with("ffff")).isEqualTo(2);

        assertThat(command.err()).contains("ffff");
    }

    @Test
    void readsWhatItHasPrintedAsJson() throws Exception {
        command.with("--json");
        Path file = Files.writeString(folder.resolve("trace.json"), command.out());

        RunCommand again = new RunCommand(new TraceCommand(meant -> bar, () -> Screen.plain(80), ZoneOffset.UTC));
        again.with(file.toString());

        assertThat(again.out()).startsWith("Trace " + PAIR).contains("80 × ").doesNotContain("Its page");
    }

    @Test
    void printsJsonInAsciiAlone() throws Exception {
        Trace trace = SampleSpan.trace(
                SampleSpan.named("bière\u009b2J\u202e").trace(7).server());
        bar.keep(TraceTree.of(trace), 0);

        command.with("--json");

        assertThat(command.out()).matches("[ -~\n]*");
        assertThat(Trace.of(OtlpJson.read(command.out().getBytes(UTF_8)))).containsExactly(trace);
    }

    @Test
    void saysWhatIsWrong_whenAFileIsNoTrace() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "milk, malt");

        assertThat(command.with(file.toString())).isEqualTo(2);

        assertThat(command.err())
                .startsWith("The file " + file + " should hold a trace, as JSON. ")
                .contains("--json");
    }

    @Test
    void saysSo_whenAFileHoldsNoSpan() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.json"), "{}");

        assertThat(command.with(file.toString())).isEqualTo(2);

        assertThat(command.err()).contains("It holds no span.");
    }

    /** The words of the picture are those of the terminal, but for what only a terminal can follow. */
    @Test
    void drawsTheSameIntoAFile() throws Exception {
        Path svg = folder.resolve("pair.svg");

        assertThat(command.with("last", "--svg", svg.toString())).isZero();

        assertThat(command.out()).contains("├─ 80 × SELECT mem:bar.Donut ", "\nDrawn into " + svg + "\n");
        assertThat(Files.readString(svg))
                .startsWith("<svg ")
                .contains("<title>GET /pair/beer, 462 ms</title>", ">80 × SELECT mem:bar.Donut<")
                .doesNotContain("Its page", "Next:");
    }

    @Test
    void writesAPage_withFindingsAndStatements() throws Exception {
        Path html = folder.resolve("pair.html");

        command.with("last", "--html", html.toString());

        assertThat(command.out()).contains("\nWritten into " + html + "\n");
        assertThat(Files.readString(html)).contains("<svg ", "<h2>Findings</h2>", "<h2>Statements</h2>");
    }

    @Test
    void printsNothingButJson_whenItDrawsAsWell() throws Exception {
        command.with("--json", "--svg", folder.resolve("pair.svg").toString());

        assertThat(folder.resolve("pair.svg")).exists();
        assertThat(Trace.of(OtlpJson.read(command.out().getBytes(UTF_8)))).hasSize(1);
    }

    @Test
    void saysWhatIsWrong_whenThereIsNoSuchFolder() {
        Path svg = folder.resolve("nowhere/pair.svg");

        assertThat(command.with("--svg", svg.toString())).isEqualTo(2);

        assertThat(command.err()).contains(svg + " cannot be written (NoSuchFileException)", "folder that exists");
    }
}
