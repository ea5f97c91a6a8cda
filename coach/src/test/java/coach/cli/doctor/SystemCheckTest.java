package coach.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockCheckTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-21T09:15:00Z");

    @TempDir
    private Path repository;

    @BeforeEach
    void writeAFile() throws IOException {
        Path file = Files.writeString(repository.resolve("pom.xml"), "<project/>");
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
        Files.setLastModifiedTime(repository, FileTime.from(WRITTEN));
    }

    @Test
    void isBehind_whenFilesAreFromLater() {
        assertThat(examinedAt(WRITTEN.minusSeconds(3600)).line())
                .startsWith("note")
                .contains("it says 2026-11-21 08:15 UTC, and files here are from 2026-11-21 09:15 UTC");
    }

    @Test
    void isFine_asFarAsFilesCanTell() {
        assertThat(examinedAt(WRITTEN.plusSeconds(3600)).sign()).isEqualTo(Severity.OK);
    }

    private Diagnosis examinedAt(Instant now) {
        return new ClockCheck(Clock.fixed(now, ZoneOffset.UTC)).against(repository);
    }
}
