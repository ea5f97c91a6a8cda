package accesslog.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads a stream in a thread of its own, a few megabytes ahead: to unzip while others parse, and so that a reader who has to stop does not
 * hang in a pipe that is silent. Gives no bytes (0) where none came for a moment.
 */
final class ReadAhead extends InputStream {

    private static final int PIECE = 1 << 18;
    private static final int PIECES = 16;
    private static final int MOMENT = 100;

    /** A part of the file; without bytes it is the end, or the failure that ended it. */
    private record Piece(byte[] bytes, int length, IOException failure) {}

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
    private volatile boolean closed;
    private Piece current = new Piece(new byte[0], 0, null);
    private int at;
    private boolean ended;

    ReadAhead(String name, InputStreamSource source) {
        Thread thread = new Thread(() -> fill(source), "read-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Opens a stream in the thread that reads it. */
    interface InputStreamSource {
        InputStream open() throws IOException;
    }

    private void fill(InputStreamSource source) {
        try (InputStream in = source.open()) {
            while (!closed) {
                byte[] bytes = new byte[PIECE];
                int length = in.read(bytes, 0, PIECE);
                give(new Piece(bytes, Math.max(0, length), null));
                if (length < 0) {
                    return;
                }
            }
        } catch (IOException e) {
            give(new Piece(new byte[0], 0, e));
        }
    }

    private void give(Piece piece) {
        try {
            while (!closed && !pieces.offer(piece, 100, TimeUnit.MILLISECONDS)) {
                // The reader is busy, or has gone.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at == current.length && !next()) {
            return ended ? -1 : 0;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current.bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        try {
            Piece next = ended ? null : pieces.poll(MOMENT, TimeUnit.MILLISECONDS);
            if (next == null) {
                return false;
            }
            current = next;
            at = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        ended = current.length == 0;
        if (current.failure != null) {
            throw current.failure;
        }
        return !ended;
    }

    @Override
    public int read() throws IOException {
        throw new IOException("only whole arrays can be read");
    }

    @Override
    public void close() {
        closed = true;
        pieces.clear();
    }
}
