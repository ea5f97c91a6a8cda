package containers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs a command as a person would, and hears what it says. */
record Command(Path folder, Map<String, String> environment) {

    /** The exit code of a command, and its output. */
    record Said(int exitCode, String words) {

        /** @throws AssertionError with its words when it failed */
        String expectSuccess() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + ": " + words);
            }
            return words;
        }
    }

    Said say(String... words) {
        ProcessBuilder builder =
                new ProcessBuilder(List.of(words)).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Said(process.waitFor(), text.strip());
        } catch (IOException e) {
            throw new AssertionError("could not run " + String.join(" ", words), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
