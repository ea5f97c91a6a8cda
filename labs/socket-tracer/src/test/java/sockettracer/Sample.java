package sockettracer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Exchanges as a peer would make them. */
final class Sample {

    private Sample() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    // H2 sends a number, then the length of a text, then the text
    static byte[] h2(int number, String text) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        return ByteBuffer.allocate(8 + letters.length)
                .putInt(number)
                .putInt(text.length())
                .put(letters)
                .array();
    }

    static Bytes bytes(byte[] bytes) {
        return Bytes.of(new Object[] {bytes, 0, bytes.length});
    }

    /** Asks and answers on one connection. */
    static void exchange(Connection connection, byte[] request, byte[] answer) {
        ask(connection, request);
        answer(connection, answer);
    }

    static void ask(Connection connection, byte[] request) {
        Bytes bytes = bytes(request);
        connection.asks(bytes).request().add(bytes.first(null));
    }

    static void answer(Connection connection, byte[] answer) {
        Bytes bytes = bytes(answer);
        connection.answers(bytes, bytes.first(null));
    }
}
