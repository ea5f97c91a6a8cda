package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.cli.offline.Preparedness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of what was seen, without the machine that it was seen on. */
class ChecksTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Apache Maven 3.8.7 (b89d5959)  | OK
            Apache Maven 3.10.0            | OK
            Apache Maven 4.0.0-rc-4        | OK
            Apache Maven 3.6.3 (NON-CANON) | NOTE
            Apache Maven 2.2.1             | NOTE
            no idea                        | NOTE
            """)
    void wantsMaven38(String said, Severity severity) {
        assertThat(ToolsCheck.diagnosis(said).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "16000000000, 8000000000, OK",
        "8000000000, 1000000000, NOTE",
        "1000000000, 900000000, TROUBLE",
    })
    void wantsMemory(long total, long free, Severity severity) {
        assertThat(SystemCheck.memory(total, free).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource({"9000000000, OK", "1000000000, NOTE", "100000000, TROUBLE"})
    void wantsRoomOnTheDisk(long free, Severity severity) {
        assertThat(SystemCheck.disk(folder, free).severity()).isEqualTo(severity);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            27.0.1 | 2.30.0   | 8000000000 | OK   | 27.0.1, compose 2.30.0, 8.0 GB of memory
            27.0.1 | v2.26.1  | ''         | OK   | 27.0.1, compose v2.26.1
            27.0.1 | 3.0.1    | 8000000000 | OK   | 27.0.1, compose 3.0.1
            27.0.1 | 2.25.9   | 8000000000 | NOTE | 2.26 or newer
            27.0.1 | ''       | 8000000000 | NOTE | without compose
            27.0.1 | 2.30.0   | 1000000000 | NOTE | Give it 1.5 GB or more
            """)
    void knowsWhatDockerMustBe(String engine, String compose, String memory, Severity severity, String said) {
        Diagnosis finding = DockerCheck.diagnosis(engine, compose, memory);

        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(finding.line()).contains(said);
    }

    @Test
    void wantsTheComposeThatTheReadmeAsksFor() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));

        assertThat(readme).contains("(Compose " + DockerCheck.WANTED_COMPOSE + ")");
    }

    @Test
    void isTrouble_whenALibraryIsGone() throws IOException {
        Path list = folder.resolve("coach/target/javaagent");
        Files.createDirectories(list.getParent());
        Files.writeString(list, folder.resolve("gone.jar").toString());

        assertThat(CourseCheck.libraries(folder).line()).startsWith("TROUBLE").contains("are gone");
    }

    @ParameterizedTest
    @CsvSource({"BY_A_PACK, OK", "HERE, OK", "FOR_OTHER_VERSIONS, NOTE", "NOT_YET, NOTE"})
    void knowsWhetherTheNetworkMayGo(Preparedness prepared, Severity severity) {
        assertThat(CourseCheck.offline(prepared).severity()).isEqualTo(severity);
    }
}
