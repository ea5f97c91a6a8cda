package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
