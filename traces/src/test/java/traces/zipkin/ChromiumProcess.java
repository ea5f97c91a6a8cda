package traces.zipkin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window, as a process of its own.
 *
 * @param address where its DevTools listen
 * @param profile the folder for all that it keeps
 */
record ChromiumProcess(Process process, URI address, Path profile) implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            // It finds no machine but this one.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
            "--remote-debugging-port=0");
    private static final String LISTENING = "DevTools listening on ";
    private static final int SECONDS_TO_END = 10;

    static ChromiumProcess start() throws IOException {
        Optional<Path> program = find();
        Assumptions.assumeTrue(program.isPresent(), "skipped: none of " + NAMES + " is on the PATH");
        Path profile = Files.createTempDirectory("chromium");
        List<String> command = new ArrayList<>(List.of(program.get().toString()));
        command.addAll(FLAGS);
        command.add("--user-data-dir=" + profile);
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new ChromiumProcess(process, address(process), profile);
    }

    private static Optional<Path> find() {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static URI address(Process process) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getErrorStream(), UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(LISTENING)) {
                drain(output);
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new IllegalStateException("chromium ended before it listened");
    }

    // A full pipe would stop it.
    private static void drain(BufferedReader output) {
        Thread reader = new Thread(() -> output.lines().forEach(line -> {}), "output of chromium");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public void close() {
        List<ProcessHandle> helpers = process.descendants().toList();
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            helpers.forEach(ProcessHandle::destroyForcibly);
            delete(profile);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A helper of it writes its last words there; the system clears such folders away.
        }
    }
}
