package coach.bar.compiler;

import coach.bar.environment.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder with what has been compiled, each under its digest. */
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
     * @return that place; where another process has compiled the same meanwhile, it holds that one's work, and the caller deletes its own
     */
    Path keep(Path finished, String digest) throws IOException {
        Path place = folder.resolve(digest);
        Folders.moveUnlessThere(finished, place);
        return place;
    }
}
