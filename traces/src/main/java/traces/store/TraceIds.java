package traces.store;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.Optional;

/** Trace ids and span ids, as bytes and as hex. */
final class TraceIds {

    private static final int TRACE_ID_BYTES = 16;
    private static final int SPAN_ID_BYTES = 8;

    private TraceIds() {}

    /** Why no trace could hold this span, a sentence, if so. */
    static Optional<String> error(Span span) {
        if (!isId(span.getTraceId(), TRACE_ID_BYTES)) {
            return Optional.of("A trace id has 16 bytes that are not all zero; seen: " + shown(span.getTraceId()));
        }
        if (!isId(span.getSpanId(), SPAN_ID_BYTES)) {
            return Optional.of("A span id has 8 bytes that are not all zero; seen: " + shown(span.getSpanId()));
        }
        return Optional.empty();
    }

    // An id that is a megabyte long is answered, and not with two.
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
