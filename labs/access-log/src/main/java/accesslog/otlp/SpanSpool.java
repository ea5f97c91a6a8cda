package accesslog.otlp;

import io.opentelemetry.proto.trace.v1.Span;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Keeps spans in a file until all are known, because it is said how many there are before the first one is sent. */
final class SpanSpool implements AutoCloseable {

    private final Path file;
    private final OutputStream out;
    private long spans;
    private long traces;
    private long bytes;

    SpanSpool() {
        try {
            file = Files.createTempFile("access-log-spans", ".bin");
            file.toFile().deleteOnExit();
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Span span) {
        try {
            span.writeDelimitedTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        spans++;
        traces += span.getParentSpanId().isEmpty() ? 1 : 0;
        bytes += span.getSerializedSize();
    }

    /** Gives all of them, in the order in which they came. */
    void forEach(Consumer<Span> consumer) throws IOException {
        out.flush();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (Span span = Span.parseDelimitedFrom(in); span != null; span = Span.parseDelimitedFrom(in)) {
                consumer.accept(span);
            }
        }
    }

    long spans() {
        return spans;
    }

    long traces() {
        return traces;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
