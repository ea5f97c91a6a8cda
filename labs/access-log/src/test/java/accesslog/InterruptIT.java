package accesslog;

import static accesslog.LogText.found;
import static accesslog.LogText.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the jar as a process of its own, which Ctrl-C reaches. */
@Timeout(300)
class InterruptIT {

    private static final Path JAR = Path.of("target/access-log.jar");

    @TempDir
    Path folder;

    private Process process;

    @AfterEach
    void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private void start(String... args) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElse("java"), "-jar", JAR.toString()));
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

    private void interrupt(String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** A background job of a script ignores SIGINT, and so does every process that it starts. */
    private static void assumeReached(String signal) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "kill -%s $$".formatted(signal)).start();
        assumeTrue(shell.waitFor() != 0, () -> "processes that this one starts ignore SIG" + signal);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void reportsWhatWasRead_whenInterruptedWhileFollowing(String signal, int exitCode) throws Exception {
        assumeReached(signal);
        Path access = Files.writeString(
                folder.resolve("access"), new LogText().bound(1, "uid=a").toString());
        Path lines = folder.resolve("lines");
        start("--follow", "--json", lines.toString(), access.toString());
        await().until(() -> Files.exists(lines) && read("lines").contains("\"op\":0"));
        String more = new LogText().seconds(1).lines(search(1, 1), found(1, 1)).toString();
        Files.writeString(access, more.substring(more.indexOf('[')), StandardOpenOption.APPEND);
        await().until(() -> read("lines").contains("\"op\":1"));

        interrupt(signal);

        assertThat(process.waitFor()).isEqualTo(exitCode);
        assertThat(read("out")).contains("2 operations on 1 connection", "Slowest shapes");
        assertThat(read("err")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    @DisabledOnOs(OS.WINDOWS)
    void reportsWhatWasRead_whenInterruptedInAPipeThatIsSilent(String signal, int exitCode) throws Exception {
        assumeReached(signal);
        start("--json", "-", "-");
        OutputStream pipe = process.getOutputStream();
        pipe.write(new LogText()
                .bound(1, "uid=a")
                .lines(search(1, 1), found(1, 1))
                .toString()
                .getBytes(StandardCharsets.UTF_8));
        pipe.flush();
        await().until(() -> read("out").contains("\"op\":1"));

        interrupt(signal);

        assertThat(process.waitFor()).isEqualTo(exitCode);
    }

    @Test
    void readsThePipeToItsEnd() throws Exception {
        start("--width", "100", "-");
        try (OutputStream pipe = process.getOutputStream()) {
            pipe.write(new LogText()
                    .bound(1, "uid=j\u00fcrgen")
                    .lines(search(1, 1), found(1, 1))
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }

        assertThat(process.waitFor()).isZero();
        assertThat(read("out")).contains("2 operations on 1 connection", "uid=j\u00fcrgen");
    }
}
