package coach.bar.environment;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks another program something, and does not wait for ever. */
public final class ExternalProgram {

    private ExternalProgram() {}

    /** What it printed, and how it ended. */
    public record Answer(int exitCode, String text) {

        /** Its text without the space around it, if it ended well and said anything. */
        public Optional<String> words() {
            return Optional.of(text.strip()).filter(words -> exitCode == 0 && !words.isEmpty());
        }
    }

    /** @return nothing when there is no such program, or it does not end in time */
    public static Optional<Answer> ask(Duration limit, List<String> command) {
        try {
            // A file, and no pipe: what the program leaves running would hold a pipe open.
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
