package accesslog.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/** Shows on a terminal how much was read, how fast, and how long the rest will take. */
public final class Progress {

    private static final long EVERY = 250_000_000L;

    private final PrintStream out;
    private final ProgressText text;
    private final AtomicLong read = new AtomicLong();
    private final long began = System.nanoTime();
    private long shown = began;

    /** Shows nothing where there is nowhere to; the total is 0 where it is not known. */
    public Progress(PrintStream outOrNull, long total) {
        out = outOrNull;
        text = new ProgressText(total);
    }

    /** Counts what is read from a file, as it lies on the disk. */
    InputStream counting(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    void show() {
        long now = System.nanoTime();
        if (out == null || now - shown < EVERY) {
            return;
        }
        shown = now;
        out.print("\r" + text.of(read.get(), now - began) + "\u001b[K");
        out.flush();
    }

    /** Takes the line away again. */
    public void end() {
        if (out != null && shown != began) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }

    public long bytes() {
        return read.get();
    }
}
