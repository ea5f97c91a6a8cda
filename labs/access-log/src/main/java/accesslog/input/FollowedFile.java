package accesslog.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** Reads a file that grows: gives no bytes (0) while there are none, and ends (-1) once another file has taken its name. */
final class FollowedFile extends InputStream {

    private static final int MOMENT = 100;

    private final Path path;
    private final InputStream in;
    private final Object identity;
    private long position;
    private boolean replaced;

    FollowedFile(Path path, Progress progress) throws IOException {
        this.path = path;
        identity = identity(path);
        in = progress.counting(Files.newInputStream(path));
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0) {
            position += count;
            return count;
        }
        if (replaced) {
            return -1;
        }
        // What was written before the rotation is read once more, then it is over.
        replaced = isReplaced();
        if (!replaced) {
            pause();
        }
        return 0;
    }

    private boolean isReplaced() throws IOException {
        try {
            return !Objects.equals(identity, identity(path)) || Files.size(path) < position;
        } catch (NoSuchFileException e) {
            // Between two steps of a rotation.
            return false;
        }
    }

    /** The number of the file itself, which stays when it is renamed; Windows has none, and there its creation. */
    private static Object identity(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.fileKey() != null ? attributes.fileKey() : attributes.creationTime();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(MOMENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public int read() throws IOException {
        throw new IOException("only whole arrays can be read");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
