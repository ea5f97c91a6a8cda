package sockettracer;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** A hash of an answer, in whatever pieces it comes: of all its bytes, but for HTTP's headers, which tell the time. */
final class Fingerprint {

    private static final String HTTP = "HTTP/1.";
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private final CRC32 hash = new CRC32();
    private long hashed;
    /** How much of {@code HTTP/1.} was seen. */
    private int beginning;

    private boolean statusLine = true;
    /** How much of the end of the headers was seen; all of it in what is not HTTP. */
    private int ending;

    void add(ByteBuffer buffer) {
        while (ending < END_OF_HEADERS.length() && buffer.hasRemaining()) {
            addHeader(buffer.get());
        }
        hashed += buffer.remaining();
        hash.update(buffer);
    }

    private void addHeader(byte next) {
        if (statusLine) {
            hash.update(next);
            hashed++;
            statusLine = next != '\n';
        }
        if (beginning == HTTP.length()) {
            ending = next == END_OF_HEADERS.charAt(ending) ? ending + 1 : next == '\r' ? 1 : 0;
        } else if (next == HTTP.charAt(beginning)) {
            beginning++;
        } else {
            ending = END_OF_HEADERS.length();
        }
    }

    long value() {
        return hashed << 32 | hash.getValue();
    }
}
