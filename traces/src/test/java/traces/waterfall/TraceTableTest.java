package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import traces.model.SampleSpan;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

class TraceTableTest {

    @Test
    void showsALineForEachTrace() {
        TraceTree broken = SampleSpan.tree(
                SampleSpan.named("").of("score-service").trace(0xabcd).under(9).at(61_000, 61_000.007));

        assertThat(table(80, SampleTraces.pair(), SampleTraces.match(), broken)).isEqualTo("""
                time      root                              took spans errors services  id
                12:00:00  beer-donut-app: GET /pair/beer  462 ms   165      0        1  00000000
                12:00:00  beer-donut-a…: GET /beer/{name} 120 ms    85      1        2  00000000
                12:01:01  … score-service: (no name)      7.0 µs     1      0        1  00000000""");
    }

    @Test
    void cutsNames_whereTheyWouldTakeTheWholeLine() {
        TraceTree wide = SampleSpan.tree(
                SampleSpan.named("GET /漢字/".repeat(20)).of("beer-donut-app").failed());

        assertThat(table(60, wide, SampleTraces.pair())).isEqualTo("""
                time      root          took spans errors services  id
                12:00:00  GET /漢字/… 1.0 ms     1      1        1  00000000
                12:00:00  GET /pair/… 462 ms   165      0        1  00000000""");
    }

    static Stream<TraceTree> hostileTraces() {
        return HostileTracesTest.traces().map(named -> named.getPayload());
    }

    @ParameterizedTest
    @MethodSource("hostileTraces")
    void staysWithinItsScreen(TraceTree tree) {
        assertThat(table(60, tree).lines())
                .hasSize(2)
                .allMatch(line -> TerminalText.width(line) <= 60)
                .allMatch(line -> TerminalText.safe(line).equals(line));
    }

    private static String table(int width, TraceTree... trees) {
        List<TraceSummary> summaries = Stream.of(trees).map(TraceSummary::of).toList();
        return String.join("\n", new TraceTable(Screen.plain(width), ZoneOffset.UTC).lines(summaries));
    }
}
