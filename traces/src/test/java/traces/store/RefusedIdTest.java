package traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedIdTest {

    /** The sentence goes back to who sent the span, so it must not grow with the id. */
    @ParameterizedTest
    @CsvSource({
        "0, 'seen: '",
        "2, 'seen: 0000'",
        "16, 'seen: 00000000000000000000000000000000'",
        "1000000, 'seen: 00000000000000000000000000000000… (1000000 bytes)'"
    })
    void showsNoMoreOfAnIdThanAnIdIsLong(int bytes, String shown) {
        Span span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(new byte[bytes]))
                .build();

        StoreResult added = new TraceStore().add(List.of(of(span)));

        assertThat(added.why()).get().asString().endsWith(shown);
    }

    private static ResourceSpans of(Span span) {
        return ResourceSpans.newBuilder()
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span))
                .build();
    }
}
