package traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import traces.model.Span;
import traces.model.Trace;
import traces.model.TraceNode;
import traces.model.TraceTree;
import traces.store.TraceStore;

/**
 * What a fuzzer made. All other tests of this package come from thought.
 *
 * <p>Jazzer 0.30.0 ran outside of the build, from a few spans like this app's: 7 minutes on protobuf (1.4 million
 * inputs: decoded, stored, stood up as trees, written as JSON and read again), 7 and, once mended, 4 minutes on JSON
 * (2.2 million), 2½ minutes on texts (0.3 million: {@link traces.model.Printable} and {@link traces.model.Statement}).
 * It found one fault, the first test below, and none in trees and texts. Its other alarm was false: spans that differ
 * in a field that OTLP doesn't have are the same once they are written as JSON.
 */
class FuzzedTest {

    /**
     * The fault: the sentence quoted 256 letters that are no JSON, and a letter that isn't printable is shown by six.
     */
    @Test
    void keepsItsSentenceShort_whenJsonIsOneLongWord() {
        byte[] found = Base64.getDecoder()
                .decode(
                        "xpgAAAAAAAAAAAAAG3BhbgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
                                + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD6IjpbeyJzkm9wZQ=="
                                + "");

        assertThatThrownBy(() -> OtlpJson.read(found))
                .isInstanceOf(InvalidOtlp.class)
                .message()
                .hasSizeLessThan(300);
    }

    /** Not faults: bodies, each of another shape, that the fuzzer got past the decoder; they are not to become any. */
    @ParameterizedTest
    @CsvFileSource(resources = "/traces/otlp/fuzzed.txt", delimiter = ' ')
    void standsUpAllSpans_thatTheFuzzerGotPastTheDecoder(OtlpEncoding encoding, String base64) throws Exception {
        TraceStore store = new TraceStore();
        ExportTraceServiceRequest request = encoding.spans(Base64.getDecoder().decode(base64));

        int kept = store.add(request.getResourceSpansList()).kept();

        List<Trace> traces = store.newest(100);
        assertThat(traces.stream().mapToInt(trace -> trace.spans().size()).sum())
                .isEqualTo(kept);
        assertThat(traces)
                .allSatisfy(trace -> assertThat(spansOf(TraceTree.of(trace)))
                        .containsExactlyInAnyOrderElementsOf(new HashSet<>(trace.spans())));
    }

    private static List<Span> spansOf(TraceTree tree) {
        return tree.nodes().stream()
                .map(TraceNode::span)
                .flatMap(Optional::stream)
                .toList();
    }
}
