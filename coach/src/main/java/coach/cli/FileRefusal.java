package coach.cli;

import coach.bar.environment.Workshop;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The system's refusal to read or write a file: a folder that is read-only or another user's, a full disk. That is a fact
 * about the machine, and no fault in the workshop.
 */
record FileRefusal(String file, String reason) {

    /** Others, such as that of a missing file, tell of a fault. */
    private static final Set<Class<?>> REFUSALS = Set.of(AccessDeniedException.class, FileSystemException.class);

    /** Finds a refusal among the causes of an exception. */
    static Optional<FileRefusal> in(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .filter(cause -> REFUSALS.contains(cause.getClass()))
                .map(FileSystemException.class::cast)
                .map(refused -> new FileRefusal(refused.getFile(), reason(refused)))
                .findFirst();
    }

    private static String reason(FileSystemException refused) {
        return refused instanceof AccessDeniedException ? "access denied" : String.valueOf(refused.getReason());
    }

    String sentence() {
        String path = file == null ? "A file" : Workshop.userPath(Path.of(file));
        return "%s could not be read or written: %s.%nIt should be a place where you may write, with room left.%nNext: %s"
                .formatted(path, reason, Workshop.command("doctor"));
    }
}
