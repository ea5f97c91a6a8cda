package accesslog.otlp;

import accesslog.join.Connection;
import accesslog.join.Operation;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Derives ids from what stands in the log, so that a second run sends the same ones and nothing is there twice; another selection is another trace. */
final class SpanIds {

    private static final int TRACE = 16;
    private static final int SPAN = 8;

    private final MessageDigest digest;

    private final String selection;

    SpanIds(String selection) {
        this.selection = selection;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256 in this Java", e);
        }
    }

    ByteString trace(Connection connection) {
        return ByteString.copyFrom(hash(connection), 0, TRACE);
    }

    ByteString span(Connection connection) {
        return ByteString.copyFrom(hash(connection), TRACE, SPAN);
    }

    ByteString span(Operation operation) {
        if (!operation.internal) {
            return span(operation.connection, operation.number, 0, 0, 0);
        }
        // The same numbers come twice, so the start has to tell them apart.
        return span(operation.connection, operation.number, operation.internalId, operation.nesting, operation.start);
    }

    /** The operation that an internal one was caused by; the server's own have none. */
    ByteString parent(Operation operation) {
        return operation.internal && operation.connection.number > 0
                ? span(operation.connection, operation.number, 0, 0, 0)
                : span(operation.connection);
    }

    private ByteString span(Connection connection, long... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(TRACE + numbers.length * Long.BYTES);
        bytes.put(hash(connection), 0, TRACE);
        for (long number : numbers) {
            bytes.putLong(number);
        }
        return ByteString.copyFrom(digest.digest(bytes.array()), 0, SPAN);
    }

    private byte[] hash(Connection connection) {
        String origin = connection.file + "\n" + connection.run + "\n" + connection.number + "\n" + selection;
        return digest.digest(origin.getBytes(StandardCharsets.UTF_8));
    }
}
