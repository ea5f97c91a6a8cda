package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemCheckTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-21T09:15:00Z");

    @TempDir
    private Path repository;

    @BeforeEach
    void writeAFile() throws IOException {
        Path file = Files.writeString(repository.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
    }

    @Test
    void seesAClockThatIsBehind_whenFilesAreFromLater() {
        assertThat(SystemCheck.clock(repository, WRITTEN.minusSeconds(3600)).line())
                .startsWith("note")
                .contains("it says 2026-11-21 08:15 UTC, and files here are from 2026-11-21 09:15 UTC");
    }

    @Test
    void takesTheClockForRight_whenNoFileIsNewer() {
        assertThat(SystemCheck.clock(repository, WRITTEN.plusSeconds(3600)).severity())
                .isEqualTo(Severity.OK);
    }

    @Test
    void isInTrouble_whereNothingCanBeWritten() {
        Path notAFolder = repository.resolve("pom.xml").resolve(".workshop");

        assertThat(SystemCheck.writable(notAFolder).line())
                .startsWith("TROUBLE")
                .contains("nothing can be written into " + notAFolder);
    }

    @Test
    void leavesNothing_whereItCanWrite() {
        Path state = repository.resolve(".workshop");

        assertThat(SystemCheck.writable(state).severity()).isEqualTo(Severity.OK);
        assertThat(state).isEmptyDirectory();
    }

    @Test
    void isFine_whenThereIsNoProxy() {
        assertThat(SystemCheck.proxy(Map.of()).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void warnsOfAProxyThatWouldBeAskedForThisMachine_andKeepsItsPassword() {
        Diagnosis finding = SystemCheck.proxy(Map.of("HTTP_PROXY", "http://me:secret@proxy:3128"));

        assertThat(finding.line())
                .startsWith("note")
                .contains("http_proxy is set", "Set NO_PROXY=localhost,127.0.0.1")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost,127.0.0.1", "example.org, localhost, 127.0.0.1", "*"})
    void isFine_whenThisMachineIsLeftOut(String exceptions) {
        Diagnosis finding = SystemCheck.proxy(Map.of("https_proxy", "http://proxy:3128", "no_proxy", exceptions));

        assertThat(finding.severity()).isEqualTo(Severity.OK);
    }
}
