package coach.bar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** To whom a file belongs, as a container that should read it is told. */
record FileOwner(Path file) {

    private static final int ROOT = 0;

    /** Such as {@code 1000:1000}; none for root, whom nothing should run as, and where files have no such owners. */
    Optional<String> user() {
        try {
            int user = (int) Files.getAttribute(file, "unix:uid");
            int group = (int) Files.getAttribute(file, "unix:gid");
            return user == ROOT ? Optional.empty() : Optional.of(user + ":" + group);
        } catch (IOException | UnsupportedOperationException e) {
            // On Windows; its files come into a container readable for everybody.
            return Optional.empty();
        }
    }
}
