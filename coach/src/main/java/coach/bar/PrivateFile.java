package coach.bar;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file for a moment, which nobody but its owner can read: a password in it is not seen by the other users of this machine. */
record PrivateFile(Path path) implements AutoCloseable {

    /** @throws UserError when it cannot be written */
    static PrivateFile of(List<String> lines) {
        try {
            // Java makes a temporary file for its owner alone, where the system knows such permissions; on Windows the
            // folder
            // is the user's own.
            return new PrivateFile(Files.write(Files.createTempFile("workshop", ".conf"), lines));
        } catch (IOException e) {
            throw new UserError("Could not write a file of settings: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // It is still its owner's alone, and says nothing once its reader has ended.
        }
    }
}
