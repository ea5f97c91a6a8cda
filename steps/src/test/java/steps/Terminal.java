package steps;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A learner's terminals: each command runs in a process of its own, in a workspace that nobody else has. */
final class Terminal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final List<Line> lines = new ArrayList<>();
    private Process up;

    /** @param folder for the tool's own files, and for the workspace */
    Terminal(Path folder) {
        this.folder = folder;
    }

    /** @param nanos when the line was read */
    record Line(long nanos, String text) {}

    /** @param firstFailure when the first line came that says «not yet», in nanoseconds; 0 if none did */
    record Result(int exitCode, String text, Duration took, Duration firstFailure) {}

    Path workspace() {
        return folder.resolve("workspace");
    }

    /** Runs a command to its end. */
    Result run(String... words) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(words);
        StringBuilder text = new StringBuilder();
        long failure = start;
        try (BufferedReader output = output(process)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                failure = failure == start && line.contains("not yet") ? System.nanoTime() : failure;
                text.append(line).append('\n');
            }
        }
        int exitCode = process.waitFor();
        return new Result(
                exitCode,
                text.toString(),
                Duration.ofNanos(System.nanoTime() - start),
                Duration.ofNanos(failure - start));
    }

    /** Opens the bar, and waits until it is open. */
    void up(String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of("up"));
        for (String port : List.of("--port", "--score-port", "--page-port", "--otlp-port")) {
            words.add(port);
            words.add(Integer.toString(Ports.free()));
        }
        words.addAll(List.of(options));
        up = start(words.toArray(String[]::new));
        Thread reader = new Thread(this::read, "output of up");
        reader.setDaemon(true);
        reader.start();
        await("Next, in another terminal", 0);
    }

    private void read() {
        try (BufferedReader output = output(up)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                add(new Line(System.nanoTime(), line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void add(Line line) {
        lines.add(line);
        notifyAll();
    }

    synchronized int linesOfUp() {
        return lines.size();
    }

    /** Waits until the bar has said these words, after so many lines. */
    synchronized Line await(String words, int after) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int next = after;
        while (true) {
            for (; next < lines.size(); next++) {
                if (lines.get(next).text().contains(words)) {
                    return lines.get(next);
                }
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("The bar has not said «%s»: %s".formatted(words, lines));
            }
            await(100);
        }
    }

    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the bar", e);
        }
    }

    /** Saves a file of the workspace, changed. */
    void save(String path, String before, String after) throws IOException {
        Path file = workspace().resolve(path);
        String text = Files.readString(file);
        if (!text.contains(before)) {
            throw new IllegalArgumentException(path + " does not contain " + before);
        }
        Files.writeString(file, text.replace(before, after));
    }

    ProcessHandle bar() {
        return up.toHandle();
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dworkshop.home=" + Proof.REPOSITORY,
                "-Dworkshop.state=" + folder.resolve("state"),
                "-Dworkshop.workspace=" + workspace(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "coach.Coach"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("REDIS_URL");
        return builder.start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    @Override
    public void close() throws InterruptedException {
        if (up != null) {
            // Through the handle, as SIGTERM: a background process ignores Ctrl-C's signal.
            up.toHandle().destroy();
            up.waitFor(30, TimeUnit.SECONDS);
        }
    }
}
