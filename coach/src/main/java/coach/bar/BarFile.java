package coach.bar;

import coach.bar.environment.Folders;
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
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The file of an open bar, for other processes to find it, and to end what a crash has left. It holds the addresses of
 * the app, of the page and of the receiver, and then a process on each line.
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

    /** A process of the bar. Its start time tells it from a later process with the same number. */
    public record ProcessEntry(long pid, Instant started, String name) {

        /** A JVM calculates the start time from the clock, which may have been set in the meantime. */
        private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(3);

        public static ProcessEntry of(ProcessHandle process, String name) {
            return new ProcessEntry(process.pid(), startOf(process), name);
        }

        /** Reads a line that {@link #toString()} has written. */
        public static ProcessEntry parse(String line) {
            String[] fields = line.split(" ", 3);
            return new ProcessEntry(Long.parseLong(fields[0]), Instant.parse(fields[1]), fields[2]);
        }

        /** Returns the process, if it still runs. */
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

    /** @throws UserError when the folder cannot be written into */
    public static BarFile create(Path folder, URI app, URI page, URI otlp) {
        try {
            Folders.keepPrivate(folder);
            Path file = folder.resolve(NAME);
            List<String> lines = List.of(
                    app + " " + page + " " + otlp,
                    ProcessEntry.of(ProcessHandle.current(), "coach").toString());
            // Moved into place, so that another process never reads half of it.
            Files.move(Files.write(folder.resolve(NAME + ".new"), lines), file, StandardCopyOption.ATOMIC_MOVE);
            return new BarFile(file);
        } catch (IOException e) {
            throw new UserError("Could not write into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Returns the files of all bars that are open or have crashed. */
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

    /** Adds a process that the bar has started. */
    public void note(ProcessHandle process, String name) {
        try {
            Files.writeString(file, ProcessEntry.of(process, name) + System.lineSeparator(), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    /** Keeps what a service needs to know, passwords too, for its owner who starts it by hand: see {@code ./workshop env}. */
    public void keepSettings(String service, SortedMap<String, String> settings) {
        Path kept = settings(service);
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        try {
            // A temporary file is its owner's alone, where the system knows such permissions.
            Path fresh = Files.write(Files.createTempFile(folder(), service, ".new"), lines);
            Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + kept, e);
        }
    }

    /** The file of environment variables for a service, a line {@code NAME=value} for each. */
    public Path settings(String service) {
        return folder().resolve(service + ".env");
    }

    public Path folder() {
        return file.getParent();
    }

    /** Returns the app's address as text for people, also while the bar closes. */
    public String address() {
        List<String> lines = lines();
        return lines.isEmpty() ? "an unknown address" : lines.get(0).split(" ")[0];
    }

    public URI app() {
        return address(0);
    }

    /** Returns the address of the page that shows the traces. */
    public URI page() {
        return address(1);
    }

    /** Returns the address of the receiver of traces. */
    public URI otlp() {
        return address(2);
    }

    private URI address(int index) {
        List<String> lines = lines();
        String[] addresses = lines.isEmpty() ? new String[0] : lines.get(0).split(" ");
        if (index >= addresses.length) {
            throw new UserError("The bar has just closed.%nNext, in another terminal: " + Workshop.command("up"));
        }
        return URI.create(addresses[index]);
    }

    /** Returns the coach's process, then those it has started. */
    public List<ProcessEntry> processes() {
        List<ProcessEntry> processes = new ArrayList<>();
        lines().stream().skip(1).map(ProcessEntry::parse).forEach(processes::add);
        return processes;
    }

    /** Returns whether its coach still runs; if not, a crash has left the file. */
    public boolean isOpen() {
        return processes().stream().findFirst().flatMap(ProcessEntry::running).isPresent();
    }

    /** Returns no lines when the file is gone: its coach deletes it on closing. */
    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
