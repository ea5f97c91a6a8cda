package accesslog.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Shows on a terminal how much was read, how fast, and how long the rest will take. */
public final class Progress {

    private static final long EVERY = 250_000_000L;
    private static final double MEGA = 1e6;

    private final PrintStream out;
    private final long total;
    private final AtomicLong read = new AtomicLong();
    private final long began = System.nanoTime();
    private long shown = began;

    /** Shows nothing where there is nowhere to; the total is 0 where it is not known. */
    public Progress(PrintStream outOrNull, long total) {
        out = outOrNull;
        this.total = total;
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
        out.print("\r" + line(read.get(), now - began) + "\u001b[K");
        out.flush();
    }

    // "512 of 2,000 MB, 241 MB/s, 6 s left"
    String line(long bytes, long nanos) {
        double rate = bytes / (nanos / 1e9);
        String line = String.format(Locale.ROOT, "%,.0f", bytes / MEGA);
        if (total > 0) {
            line += String.format(Locale.ROOT, " of %,.0f", total / MEGA);
        }
        line += String.format(Locale.ROOT, " MB, %,.0f MB/s", rate / MEGA);
        return total <= bytes || rate == 0
                ? line
                : line + String.format(Locale.ROOT, ", %,.0f s left", Math.ceil((total - bytes) / rate));
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
