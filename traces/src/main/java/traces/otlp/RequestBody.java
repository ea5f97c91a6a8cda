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
 * What a request carries, read no further than the limit: neither what is sent nor what it unfolds to can fill the memory.
 *
 * @param sent as it came
 */
record RequestBody(byte[] sent, boolean zipped) {

    /** Sent, and unzipped. More than ten times what the javaagent sends at once: 512 spans of some 600 bytes. */
    static final int LIMIT = 4 << 20;

    /** How much of what is too large is read nevertheless, and forgotten. */
    private static final long PATIENCE = 64L << 20;

    private static final int BUFFER = 8192;

    /** All of it is read before anything is found fault with: who is still sending may not hear an answer. */
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
                413, "A body should have at most %d bytes when %s; seen: %s".formatted(LIMIT, when, seen));
    }

    /** How many bytes it has at most once it is unzipped. */
    int atMost() {
        return zipped ? LIMIT : sent.length;
    }

    /** What was meant. */
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
