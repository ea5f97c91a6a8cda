package traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.TraceTree;

/** The receiver, and the exporter that programs in Java really use. */
@Timeout(60)
class ExporterTest {

    @RegisterExtension
    static final ReceivedTraces traces = new ReceivedTraces();

    private final Tracer tracer = SdkTracerProvider.builder().build().get("test");

    /**
     * <pre>
     *   GET /beers       SERVER, failed
     *   └─ SELECT beer   CLIENT
     * </pre>
     */
    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void keepsWhatTheExporterSends(String compression) throws Exception {
        Span root = tracer.spanBuilder("GET /beers " + compression)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        Span query = tracer.spanBuilder("SELECT beer")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.statement", "select * from beer")
                .setParent(Context.root().with(root))
                .startSpan();
        root.setStatus(StatusCode.ERROR, "out of beer");

        assertThat(export(compression, query, root)).isTrue();

        TraceTree tree = TraceTree.of(traces.awaitSpan("GET /beers " + compression));
        assertThat(tree.isWhole()).isTrue();
        assertThat(tree.root().span()).get().matches(span -> span.isError());
        assertThat(tree.nodes().get(1).span().orElseThrow().statement()).contains("select * from beer");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void losesNothing_whenItIsRefusedOnceAndComesAgain(int status) throws Exception {
        traces.failOnce(status);
        Span first = tracer.spanBuilder("first of " + status).startSpan();
        Span second = tracer.spanBuilder("second of " + status).startSpan();

        boolean exported = export("none", first, second);

        assertThat(exported).isTrue();
        traces.awaitSpan("first of " + status);
        traces.awaitSpan("second of " + status);
    }

    /** The counterpart: the exporter does not try again by itself, so above it was asked to. */
    @Test
    void comesNoSecondTime_whenItIsRefusedForGood() throws Exception {
        traces.failOnce(400);

        boolean exported = export("none", tracer.spanBuilder("refused").startSpan());

        assertThat(exported).isFalse();
    }

    private static boolean export(String compression, Span... spans) {
        for (Span span : spans) {
            span.end();
        }
        try (OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(traces.endpoint() + "/v1/traces")
                .setCompression(compression)
                .build()) {
            return exporter.export(Arrays.stream(spans)
                            .map(span -> ((ReadableSpan) span).toSpanData())
                            .toList())
                    .join(30, TimeUnit.SECONDS)
                    .isSuccess();
        }
    }
}
