package traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
