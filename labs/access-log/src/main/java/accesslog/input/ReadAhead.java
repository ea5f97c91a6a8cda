package accesslog.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Unzips a file in a thread of its own, a few megabytes ahead of the reader. */
final class ReadAhead extends InputStream {

    private static final int PIECE = 1 << 18;
    private static final int PIECES = 16;

    /** A part of the file; without bytes it is the end, or the failure that ended it. */
    private record Piece(byte[] bytes, int length, IOException failure) {}

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
    private volatile boolean closed;
    private Piece current = new Piece(new byte[0], 0, null);
    private int at;

    ReadAhead(InputStreamSource source, String name) {
        Thread thread = new Thread(() -> fill(source), "unzip-" + name);
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
                int length = in.readNBytes(bytes, 0, PIECE);
                give(new Piece(bytes, length, null));
                if (length == 0) {
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
            return -1;
        }
        int count = Math.min(length, current.length - at);
        System.arraycopy(current.bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        if (current.bytes.length == 0 && current.failure != null) {
            throw current.failure;
        }
        try {
            current = pieces.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        at = 0;
        if (current.failure != null) {
            throw current.failure;
        }
        return current.length > 0;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() {
        closed = true;
        pieces.clear();
    }
}
