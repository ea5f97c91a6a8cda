package traces.otlp;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** A file that somebody names in place of a trace's id. */
public final class SavedTraceFile {

    private SavedTraceFile() {}

    /** The file of that name; none where it is an id, or a word for one of the bar's newest traces. */
    public static Optional<Path> named(String which) {
        if (which.matches("last(~\\d+)?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(which)).filter(Files::isRegularFile);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
