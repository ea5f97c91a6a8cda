package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a bar that is open notes about itself, so that others find it, and can end what a crash left: the addresses of the
 * app, of the page and of the receiver, and its processes, one on each line.
 *
 * <pre>
 *   http://localhost:5000 http://localhost:9411 http://localhost:4318
 *   4711 2026-11-21T09:15:00.120Z coach
 *   4712 2026-11-21T09:15:01.310Z redis
 * </pre>
 */
public final class BarFile {

    private static final String NAME = "bar.txt";

    private final Path file;

    private BarFile(Path file) {
        this.file = file;
    }

    /** A process that the bar has started; its start time tells it from a later one with the same number. */
    public record ProcessEntry(long pid, Instant started, String name) {

        /** Each JVM works a process's start time out anew, from a clock that may have been set meanwhile. */
        private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(3);

        public static ProcessEntry of(ProcessHandle process, String name) {
            return new ProcessEntry(process.pid(), startOf(process), name);
        }

        /** The line that {@link #toString()} makes. */
        public static ProcessEntry parse(String line) {
            String[] words = line.split(" ", 3);
            return new ProcessEntry(Long.parseLong(words[0]), Instant.parse(words[1]), words[2]);
        }

        /** The process, if it still runs. */
        public Optional<ProcessHandle> running() {
            return ProcessHandle.of(pid).filter(process -> {
                Duration apart = Duration.between(started, startOf(process)).abs();
                return apart.compareTo(CLOCKS_MAY_DIFFER) < 0;
            });
        }

        private static Instant startOf(ProcessHandle process) {
            return process.info().startInstant().orElse(Instant.EPOCH);
        }

        @Override
        public String toString() {
            return pid + " " + started + " " + name;
        }
    }

    /** @throws UserError when that folder cannot be written into */
    public static BarFile create(Path folder, URI app, URI page, URI otlp) {
        try {
            Files.createDirectories(folder);
            Path file = folder.resolve(NAME);
            List<String> lines = List.of(
                    app + " " + page + " " + otlp,
                    ProcessEntry.of(ProcessHandle.current(), "coach").toString());
            // Moved into place, so that nobody reads half of it.
            Files.move(Files.write(folder.resolve(NAME + ".new"), lines), file, StandardCopyOption.ATOMIC_MOVE);
            return new BarFile(file);
        } catch (IOException e) {
            throw new UserError("Could not write into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The files of all bars that are open, or were when they crashed. */
    public static List<BarFile> all(Path bars) {
        if (!Files.isDirectory(bars)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(bars)) {
            return folders.map(folder -> folder.resolve(NAME))
                    .filter(Files::exists)
                    .sorted()
                    .map(BarFile::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + bars, e);
        }
    }

    /** Notes a process that the bar has started. */
    public void note(ProcessHandle process, String name) {
        try {
            Files.writeString(file, ProcessEntry.of(process, name) + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    public Path folder() {
        return file.getParent();
    }

    /** The app's address, for people; the bar may be closing just now. */
    public String address() {
        List<String> lines = lines();
        return lines.isEmpty() ? "an unknown address" : lines.get(0).split(" ")[0];
    }

    public URI app() {
        return address(0);
    }

    /** The page that shows the traces. */
    public URI page() {
        return address(1);
    }

    /** The receiver of traces. */
    public URI otlp() {
        return address(2);
    }

    private URI address(int which) {
        List<String> lines = lines();
        String[] addresses = lines.isEmpty() ? new String[0] : lines.get(0).split(" ");
        if (which >= addresses.length) {
            throw new UserError("The bar has just closed.%nNext, in another terminal: " + Workshop.command("up"));
        }
        return URI.create(addresses[which]);
    }

    /** The coach first, then the parts it started. */
    public List<ProcessEntry> processes() {
        List<ProcessEntry> processes = new ArrayList<>();
        lines().stream().skip(1).map(ProcessEntry::parse).forEach(processes::add);
        return processes;
    }

    /** Whether its coach still runs: else it is what a crash left. */
    public boolean isOpen() {
        return processes().stream().findFirst().flatMap(ProcessEntry::running).isPresent();
    }

    /** None when the file is gone: its coach deletes it as it closes. */
    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
