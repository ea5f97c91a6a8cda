package sockettracer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The kind of bytes that a connection carries: it decides what can be seen of them. */
public enum Wire {
    PLAIN(""),
    TLS("is TLS: sizes and times, no text"),
    HTTP2("is HTTP/2: one connection for many calls at once, which cannot be told apart");

    private static final String PREFACE = "PRI * HTTP/2.0";
    private static final int FRAME_HEADER = 9;

    private final String limit;

    Wire(String limit) {
        this.limit = limit;
    }

    /** What cannot be seen in it. */
    public String limit() {
        return limit;
    }

    /** Whether a thread may write there what another one asked; a client on channels that speaks TLS may speak HTTP/2 inside. */
    boolean mayMix(boolean channel) {
        return this == HTTP2 || this == TLS && channel;
    }

    public static Wire of(byte[] request) {
        if (request.length > 5 && request[0] >= 0x14 && request[0] <= 0x17 && request[1] == 3 && request[2] <= 4) {
            return TLS;
        }
        return new String(request, StandardCharsets.ISO_8859_1).startsWith(PREFACE) || isFrames(request)
                ? HTTP2
                : PLAIN;
    }

    /** Length (3 bytes), type, flags, stream (4 bytes): whole and valid frames from end to end are no coincidence. */
    private static boolean isFrames(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int at = 0;
        while (at + FRAME_HEADER <= bytes.length) {
            int length = buffer.getInt(at) >>> 8;
            if (!isValid(bytes[at + 3], length, buffer.getInt(at + 5))) {
                return false;
            }
            at += FRAME_HEADER + length;
        }
        return at > 0 && at == bytes.length;
    }

    private static boolean isValid(int type, int length, int stream) {
        return switch (type) {
            case 0, 1, 9 -> length > 0 && stream > 0; // data, headers
            case 3, 8 -> length == 4; // reset, window
            case 4 -> length % 6 == 0 && stream == 0; // settings
            case 6 -> length == 8 && stream == 0; // ping
            default -> false;
        };
    }
}
