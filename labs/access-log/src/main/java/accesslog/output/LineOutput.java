package accesslog.output;

import java.io.IOException;
import java.io.OutputStream;
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
