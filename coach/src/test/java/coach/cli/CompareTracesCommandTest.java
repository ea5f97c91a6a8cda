package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import traces.comparison.SampleComparison;
import traces.model.Trace;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.otlp.OtlpJson;
import traces.store.ListedTrace;
import traces.store.StoredTraces;
import traces.terminal.Screen;

class CompareTracesCommandTest {

    private static final Trace PAIR = SampleComparison.pair().trace();
    private static final Trace BEER = SampleComparison.beer().trace();

    private final RunCommand command =
            new RunCommand(new CompareTracesCommand(meant -> new Bar(), () -> Screen.plain(80)));

    @TempDir
    Path folder;

    @Test
    void endsWithThePageAndTheNextCommand() {
        int code = command.with("1111", "2222");

        assertThat(code).isZero();
        assertThat(command.out().lines().toList())
                .startsWith("A  00000000  165 spans   462 ms  beer-donut-app GET /pair/beer")
                .endsWith(
                        "On one time axis: http://localhost:9411/compare?a=" + PAIR.id() + "&b=" + BEER.id(),
                        "Next: " + Workshop.command("trace " + BEER.id()));
    }

    @Test
    void takesTheLastTwo_whenNothingIsSaid() {
        command.with();

        assertThat(command.out()).contains("162 SELECT became 1");
    }

    @Test
    void pointsToMeasuring_whenTheCallsAreTheSame() {
        command.with("1111", "again");

        assertThat(command.out()).endsWith("Next: " + Workshop.command("measure") + "\n");
    }

    @Test
    void printsNothingButJson_whenAskedForIt() throws Exception {
        command.with("1111", "2222", "--json");

        assertThat(new ObjectMapper()
                        .readTree(command.out())
                        .at("/totals/0/difference/count")
                        .asInt())
                .isEqualTo(0);
        assertThat(new ObjectMapper()
                        .readTree(command.out())
                        .at("/totals/2/difference/count")
                        .asInt())
                .isEqualTo(-161);
    }

    @Test
    void drawsTheSame_andWritesAPage() throws IOException {
        Path svg = folder.resolve("two.svg");
        Path html = folder.resolve("two.html");

        assertThat(command.with("1111", "2222", "--svg", svg.toString(), "--html", html.toString()))
                .isZero();

        assertThat(command.out()).contains("\nDrawn into " + svg + "\nWritten into " + html + "\nNext: ");
        assertThat(Files.readString(svg)).contains("162 SELECT became 1").doesNotContain("ratio");
        assertThat(Files.readString(html)).contains("162 SELECT became 1", "Findings in A");
    }

    @Test
    void comparesWithATraceThatWasSaved() throws IOException {
        Path saved = folder.resolve("before.json");
        Files.writeString(saved, OtlpJson.write(PAIR.toOtlp()));

        int code = command.with(saved.toString(), "last");

        assertThat(code).isZero();
        assertThat(command.out()).contains("162 SELECT became 1").doesNotContain("/compare?");
    }

    @Test
    void saysWhatAFileHolds_whenThatIsNoTrace() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");

        int code = command.with(empty.toString(), "last");

        assertThat(code).isEqualTo(2);
        assertThat(command.err())
                .contains("should hold a trace, as JSON. It holds no span.", "trace last --json > empty.json");
    }

    @Test
    void saysHowMany_whenAFileHoldsSeveralTraces() throws IOException {
        TracesData both = TracesData.newBuilder()
                .mergeFrom(PAIR.toOtlp())
                .mergeFrom(BEER.toOtlp())
                .build();
        Path file = Files.writeString(folder.resolve("both.json"), OtlpJson.write(both));

        int code = command.with("last", file.toString());

        assertThat(code).isEqualTo(2);
        assertThat(command.err()).contains("both.json should hold one trace, as JSON. It holds 2 traces.");
    }

    @Test
    void saysThatItIsOneTrace() {
        int code = command.with("1111", "last~1");

        assertThat(code).isEqualTo(2);
        assertThat(command.err())
                .contains("A and B are the same trace, " + PAIR.id(), "Next: " + Workshop.command("traces"));
    }

    @Test
    void passesOnWhyATraceIsNotFound() {
        int code = command.with("9999", "last");

        assertThat(code).isEqualTo(2);
        assertThat(command.err()).contains("no trace 9999");
    }

    /** Of two traces. */
    private static final class Bar implements StoredTraces {

        private static final Map<String, Trace> TRACES = Map.of(
                "1111",
                PAIR,
                "2222",
                BEER,
                BEER.id(),
                BEER,
                PAIR.id(),
                PAIR,
                "again",
                SampleComparison.pair(3, 80).trace());

        @Override
        public List<ListedTrace> newest(int limit) {
            return Stream.of(BEER, PAIR)
                    .map(trace -> new ListedTrace(TraceSummary.of(TraceTree.of(trace)), 0))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Trace find(String which) {
            if (!TRACES.containsKey(which)) {
                throw new UserError("no trace " + which);
            }
            return TRACES.get(which);
        }

        @Override
        public URI page() {
            return URI.create("http://localhost:9411");
        }
    }
}
