package traces.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.Optional;

/** Checks trace ids and span ids, and converts them between bytes and hex. */
final class TraceIds {

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private TraceIds() {}

    /** Returns the error in the ids of a span, a sentence; none if they are valid. */
    static Optional<String> error(Span span) {
        if (!isId(span.getTraceId(), TRACE_ID_BYTES)) {
            return Optional.of("A trace id has 16 bytes that are not all zero; seen: " + shown(span.getTraceId()));
        }
        if (!isId(span.getSpanId(), SPAN_ID_BYTES)) {
            return Optional.of("A span id has 8 bytes that are not all zero; seen: " + shown(span.getSpanId()));
        }
        return Optional.empty();
    }

    // An id may be a megabyte long; the answer must not be.
    private static String shown(ByteString id) {
        int start = Math.min(id.size(), TRACE_ID_BYTES);
        return hex(id.substring(0, start)) + (start < id.size() ? "… (" + id.size() + " bytes)" : "");
    }

    private static boolean isId(ByteString id, int length) {
        if (id.size() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (id.byteAt(i) != 0) {
                return true;
            }
        }
        return false;
    }

    static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    /** @return empty where it isn't hex */
    static ByteString bytes(String hex) {
        try {
            return ByteString.copyFrom(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return ByteString.EMPTY;
        }
    }
}
