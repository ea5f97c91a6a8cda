package accesslog.output;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** Takes whole lines from several workers, so that none is torn. */
public final class LineOutput implements AutoCloseable {

    static final int PIECE = 1 << 16;

    private final OutputStream out;
    private final boolean live;

    /** A live output is written as soon as there is something, for a reader who waits. */
    public LineOutput(OutputStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    boolean isLive() {
        return live;
    }

    synchronized void write(JsonBuffer lines) {
        try {
            lines.writeTo(out);
            if (live) {
                out.flush();
            }
            if (out instanceof PrintStream && ((PrintStream) out).checkError()) {
                throw new IOException("Nothing can be written any more: the reader of the output has gone.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (out instanceof PrintStream) {
            // The standard output is not ours to close.
            out.flush();
        } else {
            out.close();
        }
    }
}
