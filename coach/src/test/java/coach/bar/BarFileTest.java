package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BarFileTest {

    @TempDir
    private Path bars;

    @Test
    void isFoundByOtherProcesses_whileTheBarIsOpen() {
        BarFile.create(
                bars.resolve("5000"),
                URI.create("http://localhost:5000"),
                URI.create("http://localhost:9411"),
                URI.create("http://localhost:4318"));

        BarFile found = BarFile.all(bars).get(0);

        assertThat(found.app()).hasToString("http://localhost:5000");
        assertThat(found.page()).hasToString("http://localhost:9411");
        assertThat(found.otlp()).hasToString("http://localhost:4318");
        assertThat(found.isOpen()).isTrue();
        assertThat(found.processes()).extracting(BarFile.ProcessEntry::name).containsExactly("coach");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a file has the permissions of the folder around it there")
    void isItsOwnersAlone_withTheSettingsOfItsServices() throws Exception {
        Path folder = Files.createDirectories(bars.resolve("5000"));
        BarFile bar = BarFile.create(
                folder,
                URI.create("http://localhost:5000"),
                URI.create("http://localhost:9411"),
                URI.create("http://localhost:4318"));

        bar.keepSettings("app", new TreeMap<>(Map.of("PORT", "5100", "DATABASE_PASSWORD", "secret")));

        assertThat(bar.settings("app")).hasContent("DATABASE_PASSWORD=secret\nPORT=5100");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(Files.getPosixFilePermissions(bar.settings("app")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void findsAProcessEnded_whenAnotherOneHasItsNumber() throws Exception {
        long pid = ProcessHandle.current().pid();
        Files.createDirectories(bars.resolve("5000"));
        Files.writeString(
                bars.resolve("5000").resolve("bar.txt"),
                "http://localhost:5000\n" + pid + " 1999-12-31T23:59:59Z coach\n");

        assertThat(BarFile.all(bars).get(0).isOpen()).isFalse();
    }

    @Test
    void findsTheBarCrashed_whenItsFileIsNotComplete() throws Exception {
        Files.createDirectories(bars.resolve("5000"));
        Files.createFile(bars.resolve("5000").resolve("bar.txt"));

        assertThat(BarFile.all(bars).get(0).isOpen()).isFalse();
        assertThat(BarFile.all(bars).get(0).processes()).isEmpty();
    }

    @Test
    void findsNone_whenNoBarWasEverOpen() {
        assertThat(BarFile.all(bars.resolve("none"))).isEmpty();
    }
}
