package coach.bar.compiler;

import coach.bar.environment.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of compiled services, each in a folder that is named after its digest. */
record ClassCache(Path folder) {

    Optional<Path> find(String digest) {
        return Optional.of(folder.resolve(digest)).filter(Files::isDirectory);
    }

    Path newFolder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(folder), "unfinished-");
    }

    /**
     * Moves a finished folder to its digest's place.
     *
     * @return that place. If another process was first, it holds that one's classes, and the caller deletes its own
     */
    Path keep(Path finished, String digest) throws IOException {
        Path place = folder.resolve(digest);
        Folders.moveUnlessThere(finished, place);
        return place;
    }
}
