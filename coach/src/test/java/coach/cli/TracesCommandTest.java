package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.terminal.Screen;

class TracesCommandTest {

    private final KeptTraces bar = new KeptTraces();
    private final RunCommand command =
            new RunCommand(new TracesCommand(meant -> bar, () -> Screen.plain(80), ZoneOffset.UTC, Duration.ZERO));

    @Test
    void listsTheNewestFirst_andSaysHowToDrawIt() {
        bar.keep(trace(1), 0).keep(trace(2), 0).keep(trace(3), 0);

        assertThat(command.with("--limit", "2")).isEqualTo(0);

        assertThat(command.out().lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(1)).contains("GET /3");
            assertThat(lines.get(2)).contains("GET /2");
            assertThat(lines.get(3)).matches("Next: .*workshop trace " + SampleSpan.hex(3, 16));
        });
    }

    @Test
    void saysWhatToDo_whenNothingHasArrived() {
        assertThat(command.with()).isEqualTo(1);

        assertThat(command.out())
                .startsWith("No trace has arrived yet. Traces come from services that run with an agent.\n")
                .contains("otel.properties")
                .containsPattern("Next: .*workshop curl .*\n$");
    }

    @Test
    void leavesOutWhatTheServicesDoByThemselves_unlessAsked() {
        bar.keep(trace(1), 0).keep(seeding(), 0).keep(health(), 0);

        command.with();
        assertThat(command.out()).contains("GET /1").doesNotContain("INSERT", "GET /health");

        command.with("--all");
        assertThat(command.out()).contains("INSERT", "GET /health");
    }

    @Test
    void leavesThemOutWhenFollowing_too() {
        bar.then(() -> {})
                .then(() -> bar.keep(health(), 1_100).keep(trace(2), 1_100))
                .then(bar::close);

        command.with("--follow");

        assertThat(command.out()).contains("GET /2").doesNotContain("GET /health");
    }

    @Test
    void showsAHealthCheckThatWasAskedForByHand() {
        bar.keep(
                SampleSpan.tree(
                        SampleSpan.named("curl /health")
                                .of("workshop")
                                .trace(9)
                                .id(1)
                                .client(),
                        SampleSpan.named("GET /health")
                                .trace(9)
                                .id(2)
                                .under(1)
                                .server()
                                .attribute("url.path", "/health")),
                0);

        command.with();

        assertThat(command.out()).contains("workshop: curl /health");
    }

    @Test
    void saysHowToSeeThem_whenThereIsNothingElse() {
        bar.keep(seeding(), 0);

        assertThat(command.with()).isEqualTo(1);

        assertThat(command.out()).contains("No request has been traced yet; --all lists");
    }

    @Test
    void printsSummariesAsJson_inAsciiAlone() throws Exception {
        TraceTree tree =
                SampleSpan.tree(SampleSpan.named("GET /bière\u009b2J\u202e").server());
        bar.keep(tree, 0);

        command.with("--json");

        assertThat(command.out()).matches("[ -~\n]*");
        assertThat(new ObjectMapper().readValue(command.out(), TraceSummary[].class))
                .containsExactly(TraceSummary.of(tree));
    }

    @Test
    void refusesALimitOfNothing() {
        assertThat(command.with("--limit", "0")).isEqualTo(2);

        assertThat(command.err()).isEqualTo("--limit is 0; it should be at least 1.");
    }

    @Test
    void drawsEachTraceAsItCompletes_untilTheBarCloses() {
        bar.keep(trace(1), 9_000)
                .then(() -> {})
                .then(() -> bar.keep(trace(2), 400))
                .then(() -> bar.keep(trace(2), 1_100).keep(trace(3), 20))
                .then(() -> bar.keep(trace(2), 1_400).keep(trace(3), 1_020))
                .then(bar::close);

        assertThat(command.with("--follow")).isEqualTo(0);

        assertThat(command.out().lines().filter(line -> line.contains("GET /")))
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("GET /2"),
                        line -> assertThat(line).contains("GET /3"));
        assertThat(command.out())
                .startsWith("Waiting for traces; Ctrl-C ends.\n")
                .containsPattern("The bar has closed.\nNext: .*workshop up\n$");
    }

    @Test
    void printsALineOfJsonForEachTrace_whenFollowing() throws Exception {
        bar.then(() -> {}).then(() -> bar.keep(trace(1), 5_000)).then(bar::close);

        command.with("--follow", "--json");

        assertThat(command.out().lines()).hasSize(1);
        assertThat(new ObjectMapper()
                        .readValue(command.out(), TraceSummary.class)
                        .rootName())
                .isEqualTo("GET /1");
    }

    private static TraceTree seeding() {
        return SampleSpan.tree(SampleSpan.named("INSERT mem:bar.Beer").trace(77).client());
    }

    private static TraceTree health() {
        return SampleSpan.tree(
                SampleSpan.named("GET /health").trace(78).server().attribute("url.path", "/health"));
    }

    private static TraceTree trace(int number) {
        return SampleSpan.tree(SampleSpan.named("GET /" + number).trace(number).server());
    }
}
