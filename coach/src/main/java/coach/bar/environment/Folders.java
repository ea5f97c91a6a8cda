package coach.bar.environment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Makes folders that only their owner can read; moves, copies, measures and deletes folders with their content. */
public final class Folders {

    private static final int TRIES = 20;
    private static final long PAUSE_NANOS = 100_000_000;

    private Folders() {}

    /** Creates the folder if it is missing, and lets only its owner in, where the system knows such permissions. */
    public static Path keepPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView permissions = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        // On Windows the folder inherits permissions, and a user's own folder is closed to other users.
        if (permissions != null) {
            permissions.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** Returns the number of bytes of all files, those behind links too. */
    public static long size(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return all.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    /**
     * Moves a finished folder to its place at once, so that no program ever sees half of it. A folder that is already
     * there stays.
     *
     * @return whether the folder was moved; if not, another process was first
     */
    public static boolean moveUnlessThere(Path finished, Path place) throws IOException {
        try {
            Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            // A full folder in the way: on Linux with JDK 17 a plain FileSystemException, on Windows an
            // AccessDeniedException. So the place is checked, and not the exception.
            if (Files.isDirectory(place)) {
                return false;
            }
            throw e;
        }
    }

    /** Copies the files of a folder, and of those in it, into another. */
    public static void copy(Path folder, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(folder.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(path, copy);
            }
        }
    }

    /** Deletes a folder. Tries several times, because a program that has just ended may hold a file for a moment. */
    public static void delete(Path folder) {
        for (int left = TRIES; Files.exists(folder); left--) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                if (left == 0) {
                    throw new IllegalStateException("could not delete " + folder + ": " + e.getMessage(), e);
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
