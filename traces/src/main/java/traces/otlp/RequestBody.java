package traces.otlp;

import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The body of a request, read no further than a limit: neither the sent nor the unzipped bytes can fill the memory.
 *
 * @param sent the bytes as they came
 */
record RequestBody(byte[] sent, boolean zipped) {

    /**
     * The bytes at most, sent or unzipped. The javaagent sends a tenth of that at once: 512 spans of some 600 bytes.
     */
    static final int LIMIT = 4 << 20;

    /**
     * The bytes of a body that is too large that are read nevertheless, and dropped, so that its sender hears the
     * answer.
     */
    static final long PATIENCE = 64L << 20;

    private static final int BUFFER = 8192;

    /** Reads the whole body before it finds an error: a client that is still sending may not read an answer. */
    static RequestBody of(Context ctx) throws IOException, HttpRefusal {
        byte[] sent = read(ctx);
        return new RequestBody(sent, isZipped(ctx));
    }

    private static byte[] read(Context ctx) throws IOException, HttpRefusal {
        InputStream in = ctx.req().getInputStream();
        long announced = ctx.req().getContentLengthLong();
        if (announced > LIMIT) {
            throw tooLarge(in, announced + " bytes");
        }
        byte[] sent = announced < 0 ? in.readNBytes(LIMIT + 1) : exactly((int) announced, in);
        if (sent.length > LIMIT) {
            throw tooLarge(in, "more");
        }
        return sent;
    }

    private static boolean isZipped(Context ctx) throws HttpRefusal {
        String coding = ctx.header(Header.CONTENT_ENCODING);
        return switch (coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> false;
            case "gzip", "x-gzip" -> true;
            default -> {
                ctx.header(Header.ACCEPT_ENCODING, "gzip");
                throw HttpRefusal.because(415, "Content-Encoding should be gzip, or not be there; seen: " + coding);
            }
        };
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] all = new byte[length];
        if (in.readNBytes(all, 0, length) < length) {
            throw new EOFException("the sender left within its body");
        }
        return all;
    }

    private static HttpRefusal tooLarge(InputStream in, String seen) throws IOException {
        byte[] unread = new byte[BUFFER];
        long left = PATIENCE;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(unread);
        }
        return tooLarge("sent", seen);
    }

    private static HttpRefusal tooLarge(String when, String seen) {
        return HttpRefusal.because(
                413, "A body should have at most %s bytes when %s; seen: %s".formatted(LIMIT, when, seen));
    }

    /** Returns the bytes that the unzipped body has at most. */
    int atMost() {
        return zipped ? LIMIT : sent.length;
    }

    /** Returns the unzipped body. */
    byte[] plain() throws IOException, HttpRefusal {
        if (!zipped) {
            return sent;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(sent), BUFFER)) {
            byte[] plain = in.readNBytes(LIMIT + 1);
            if (plain.length > LIMIT) {
                throw tooLarge("unzipped", "more");
            }
            return plain;
        } catch (ZipException | EOFException e) {
            String why = e instanceof EOFException ? "it ends too early" : e.getMessage();
            throw HttpRefusal.because(400, "Content-Encoding says gzip, but the body can't be unzipped: " + why);
        }
    }
}
