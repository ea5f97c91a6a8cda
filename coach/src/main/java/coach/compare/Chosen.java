package coach.compare;

import coach.bar.CannotOpen;
import coach.bar.Workshop;
import coach.trace.Printable;
import coach.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A trace that somebody named: one of the open bar's, or a file that holds one. */
record Chosen(Trace trace, boolean isFile) {

    private static final long MOST_BYTES = 200L << 20;

    static Chosen of(String which, Surroundings surroundings) {
        return file(which)
                .map(file -> new Chosen(read(file, surroundings), true))
                .orElseGet(() -> new Chosen(surroundings.find(which), false));
    }

    private static Optional<Path> file(String which) {
        if (which.matches("last(~\\d+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(which)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Trace read(Path file, Surroundings surroundings) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw unreadable(file, "it is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            List<Trace> traces = Trace.of(surroundings.read(Files.readAllBytes(file)));
            if (traces.size() != 1) {
                throw unreadable(file, "it holds " + Words.count(traces.size(), "trace"));
            }
            return traces.get(0);
        } catch (IOException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static CannotOpen unreadable(Path file, String seen) {
        return new CannotOpen("Expected a trace in the file %s, but: %s.%nNext: %s"
                .formatted(
                        Printable.of(file.toString()),
                        Printable.of(seen),
                        Workshop.command("trace last --json > "
                                + Printable.of(file.getFileName().toString()))));
    }
}
