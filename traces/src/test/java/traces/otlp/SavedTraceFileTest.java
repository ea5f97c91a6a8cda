package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Trace;

class SavedTraceFileTest {

    @TempDir
    private Path folder;

    @Test
    void readsWhatWasWritten() throws IOException {
        Trace trace = SampleSpan.trace(SampleSpan.named("GET /beers"));
        Path file = Files.writeString(folder.resolve("trace.json"), OtlpJson.write(trace.toOtlp()));

        assertThat(SavedTraceFile.read(file)).containsExactly(trace);
    }

    /** Two spans of one trace, and one of another, as tools write them; each letter is a ResourceSpans. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceSpans':[A,B,C]}",
                "{'resourceSpans':[A]}\n{'resourceSpans':[B]}\n{'resourceSpans':[C]}\n",
                "{'resourceSpans':[A,B]}\r\n\r\n{'resourceSpans':[C]}",
                "{'resourceSpans':[A]}{'resourceSpans':[B,C]}",
                "[{'resourceSpans':[A]},{'resourceSpans':[B,C]}]",
                "{'batches':[A,B,C]}",
                "{'trace':{'resourceSpans':[A,B,C]}}",
                "{'result':{'resourceSpans':[A,B]}}\n{'result':{'resourceSpans':[C]}}",
                "{'resource_spans':[A,B,C]}",
                "{'trace':{'resourceSpans':[A,B,C]},'metrics':{},'message':''}",
            })
    void readsTheFilesOfOtherTools(String form) throws IOException {
        String json = form.replace("A", span(1, 1))
                .replace("B", span(1, 2))
                .replace("C", span(2, 3))
                .replace((char) 39, '"');
        for (Charset charset : List.of(UTF_8, UTF_16, UTF_16LE, UTF_16BE)) {
            Path file = Files.write(folder.resolve("trace.json"), json.getBytes(charset));

            assertThat(SavedTraceFile.read(file))
                    .as(charset.name())
                    .extracting(trace -> trace.spans().size())
                    .containsExactly(2, 1);
        }
        Path marked = Files.write(folder.resolve("marked.json"), ("\ufeff" + json).getBytes(UTF_8));
        assertThat(SavedTraceFile.read(marked)).hasSize(2);
    }

    private static String span(long trace, long id) {
        String ids =
                "{'traceId':'%s','spanId':'%s','name':'ü'}".formatted(SampleSpan.hex(trace, 16), SampleSpan.hex(id, 8));
        return "{'scopeSpans':[{'spans':[" + ids + "]}]}";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            [{"traceId":"beer","id":"2","name":"get"}]         | a span of Zipkin's that cannot be read
            [{"traceId":"1","id":"2","binaryAnnotations":[]}]  | spans in the first version of Zipkin's JSON
            {"data":[{"traceID":"1","spans":[]}]}              | traces in Jaeger's JSON
            {"traceID":"1","spans":[],"processes":{}}          | traces in Jaeger's JSON
            {"traceEvents":[]}                                 | Chrome's trace events
            {"resourceLogs":[]}                                | logs or metrics
            {"spans":[]}                                       | 'spans' where OTLP has 'resourceSpans'
            {"resourceSpans":[]} x                             | Unrecognized token 'x'
            7                                                  | The body should be an object; seen: 7
            {"resourceSpans":                                  | This is not JSON
            ~~                                                 | It holds no span
            """)
    void namesWhatItCannotRead(String text, String named) throws IOException {
        Path file = Files.writeString(folder.resolve("other.json"), text);

        assertThatThrownBy(() -> SavedTraceFile.read(file))
                .isInstanceOf(SavedTraceFile.InvalidTraceFile.class)
                .hasMessageContaining(named);
    }

    /** The file takes no room on the disk: its length is set, and nothing is written. */
    @Test
    void refusesAFileThatIsTooLarge() throws IOException {
        Path file = folder.resolve("huge.json");
        try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
            huge.setLength((200L << 20) + 1);
        }

        assertThatThrownBy(() -> SavedTraceFile.read(file))
                .isInstanceOf(SavedTraceFile.InvalidTraceFile.class)
                .hasMessage("The file " + file + " should hold a trace, as JSON. It is larger than 200 MB.");
    }

    @Test
    void namesTheFile_whenItCannotBeRead() {
        Path file = folder.resolve("gone.json");

        assertThatThrownBy(() -> SavedTraceFile.read(file))
                .isInstanceOf(SavedTraceFile.InvalidTraceFile.class)
                .hasMessageStartingWith("The file " + file + " should hold a trace, as JSON. ");
    }
}
