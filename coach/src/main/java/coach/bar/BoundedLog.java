package coach.bar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes the log of a process, and keeps its end only: a full file becomes {@code ….older.log}, in place of the one
 * before.
 */
final class BoundedLog implements Closeable {

    private final Path file;
    private final long limit;
    private PrintWriter writer;
    private long written;

    /** @param limit the bytes after which a file is full */
    BoundedLog(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        open();
    }

    private void open() throws IOException {
        writer = new PrintWriter(Files.newBufferedWriter(file), true);
        written = 0;
    }

    /** Never fails: a process whose output is no longer read would wait for ever. */
    void println(String line) {
        if (written > limit) {
            beginAnew();
        }
        // A full disk loses lines of the log, and nothing else: PrintWriter does not throw.
        writer.println(line);
        written += line.getBytes(UTF_8).length + 1L;
    }

    private void beginAnew() {
        writer.close();
        putAside();
        try {
            open();
        } catch (IOException e) {
            writer = new PrintWriter(Writer.nullWriter());
        }
    }

    private void putAside() {
        String name = file.getFileName().toString().replaceFirst("\\.log$", "") + ".older.log";
        try {
            Files.move(file, file.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // Somebody reads it, where that keeps it from being moved: then it begins anew.
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
