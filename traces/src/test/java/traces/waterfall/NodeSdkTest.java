package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import traces.model.Trace;
import traces.model.TraceTree;
import traces.otlp.SavedTraceFile;
import traces.terminal.Screen;

/**
 * Draws what OpenTelemetry's SDK for Node.js sent.
 *
 * <p>The recording is of {@code @opentelemetry/sdk-node} 0.223.0 (SDK 2.12.0) on Node.js 20, with the
 * instrumentation of http and undici: a server that awaits five fetches from another one, then twelve spans of kind
 * CLIENT, each around an awaited timer of 3 ms. The exporter's bodies (OTLP over HTTP, JSON) were written to a file, a
 * line each; of the resource only service.name and telemetry.* were kept. Four of the twelve begin, by their times,
 * before the one before them has ended: this SDK cuts starts to whole milliseconds.
 */
class NodeSdkTest {

    private static List<String> lines;

    @BeforeAll
    static void draw() throws Exception {
        Path file =
                Path.of(NodeSdkTest.class.getResource("/traces/node-sdk.jsonl").toURI());
        List<Trace> traces = SavedTraceFile.read(file);
        assertThat(traces).hasSize(1);
        lines = new TraceReport(TraceTree.of(traces.get(0)), false)
                .lines(Screen.plain(130), ZoneOffset.UTC, Optional.empty());
    }

    @Test
    void drawsAwaitedCallsOneAfterAnother() {
        assertThat(lines)
                .anyMatch(line -> line.contains("12 × SELECT orders · one after another"))
                .anyMatch(line -> line.contains("5 × GET · one after another"))
                .noneMatch(line -> line.contains("at the same time"));
    }

    @Test
    void findsTheLoopOfQueries() {
        assertThat(String.join(" ", lines))
                .contains("12 × select * from orders where id = ?")
                .contains("one after another");
    }
}
