package coach.code;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The folder with what has been compiled, each under its digest. */
record Kept(Path folder) {

    Optional<Path> find(String digest) {
        return Optional.of(folder.resolve(digest)).filter(Files::isDirectory);
    }

    Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), "unfinished-");
    }

    /** Moved into place, so that nobody runs half of it. */
    Path keep(Path unfinished, String digest) throws IOException {
        Path place = folder.resolve(digest);
        try {
            return Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process has just compiled the same.
            return place;
        }
    }
}
