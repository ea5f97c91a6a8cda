package traces.model;

import com.google.protobuf.ByteString;
import java.util.Comparator;

/**
 * Orders spans by their start, and spans with the same start by their other fields: only equal spans compare as equal.
 *
 * <p>Otherwise a tree would depend on the order in which its spans arrived, and look different each time that it is
 * drawn.
 */
final class SpanOrder {

    private static final Comparator<ByteString> BYTES = ByteString.unsignedLexicographicalComparator();

    // Encoded only where nothing else has told them apart.
    private static final Comparator<SpanOrigin> BY_ORIGIN = Comparator.comparing(
                    (SpanOrigin origin) -> origin.resource().toByteString(), BYTES)
            .thenComparing(origin -> origin.scope().toByteString(), BYTES)
            .thenComparing(SpanOrigin::resourceSchema)
            .thenComparing(SpanOrigin::scopeSchema);

    static final Comparator<Span> BY_START = Comparator.comparingLong(Span::start)
            .thenComparing(span -> span.proto().getSpanId(), BYTES)
            .thenComparingLong(Span::duration)
            .thenComparing(Span::name)
            .thenComparing(span -> span.proto().toByteString(), BYTES)
            .thenComparing(Span::origin, BY_ORIGIN);

    private SpanOrder() {}
}
