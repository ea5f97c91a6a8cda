package steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import accesslog.generator.IncidentLog;
import coach.Coach;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Types {@code ./workshop access-log} in a process of its own: the tool has its arguments, its pipes, and the exit code. */
@Timeout(300)
class AccessLogCommandIT {

    private static final Path GIVEN = Proof.REPOSITORY.resolve("steps/13-traces-from-a-log/log/access.gz");

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void coach(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dworkshop.home=" + Proof.REPOSITORY,
                "-Dworkshop.state=" + folder.resolve("state"),
                "-Dworkshop.workspace=" + folder.resolve("workspace"),
                Coach.class.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsAPipe_andWritesOne() throws Exception {
        coach("access-log", "--json", "-", "--where", "err == 3", "-");
        try (OutputStream pipe = new BufferedOutputStream(process.getOutputStream())) {
            IncidentLog.write(IncidentLog.SEED, pipe, truth -> {});
        }

        assertThat(process.waitFor()).isZero();
        assertThat(read("out").lines()).hasSizeGreaterThan(100).allMatch(line -> line.contains("\"err\":3,"));
        assertThat(read("err")).isEmpty();
    }

    @Test
    void takesItsOwnOptions_andItsOwnExitCodes() throws Exception {
        coach("access-log", "--version");
        assertThat(process.waitFor()).isZero();
        assertThat(read("out")).startsWith("access-log ");

        coach("access-log", "no-such-file");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(read("err")).contains("There is no file or folder no-such-file.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsWhatWasRead_whenInterrupted() throws Exception {
        // A background job of a script ignores SIGINT, and so does every process that it starts.
        assumeTrue(new ProcessBuilder("sh", "-c", "kill -INT $$").start().waitFor() != 0);
        Path log = folder.resolve("access");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(log))) {
            IncidentLog.write(IncidentLog.SEED, out, truth -> {});
        }
        Path lines = folder.resolve("lines");
        coach("access-log", "--follow", "--json", lines.toString(), log.toString());
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(lines) && Files.size(lines) > 0);

        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(read("out")).contains("Slowest shapes");
    }

    @Test
    void runsALearnersCopy_andSaysSo_whileItsLabIsOn() throws Exception {
        coach("start", "13");
        assertThat(process.waitFor()).isZero();

        coach("access-log", "--width", "100", GIVEN.toString());
        assertThat(process.waitFor()).as(read("err")).isZero();
        assertThat(read("err")).startsWith("This is your own tool, from ").contains("workspace");
        assertThat(read("out")).contains("38,765 without a result");

        coach("reset", "07");
        assertThat(process.waitFor()).isZero();
        coach("access-log", "--width", "100", GIVEN.toString());
        assertThat(process.waitFor()).isZero();
        assertThat(read("err")).isEmpty();
        assertThat(read("out")).contains("6 without a result");
    }
}
