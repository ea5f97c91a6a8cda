package coach.bar.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs another program and returns its output, within a time limit. */
public final class ExternalProgram {

    private ExternalProgram() {}

    /** The output and the exit code of a program. */
    public record Answer(int exitCode, String text) {

        /** Returns the stripped text; none if the exit code is not 0 or there is no text. */
        public Optional<String> output() {
            return Optional.of(text.strip()).filter(output -> exitCode == 0 && !output.isEmpty());
        }
    }

    /** @return none when there is no such program, or it does not end in time */
    public static Optional<Answer> ask(Duration limit, List<String> command) {
        try {
            // A file, because a process that the program leaves running would keep a pipe open.
            Path file = Files.createTempFile("workshop", ".txt");
            try {
                return ask(limit, command, file);
            } finally {
                Folders.delete(file);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Answer> ask(Duration limit, List<String> command, Path file) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(file.toFile())
                .start();
        process.getOutputStream().close();
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(new Answer(process.exitValue(), new String(Files.readAllBytes(file), UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        return Optional.empty();
    }
}
