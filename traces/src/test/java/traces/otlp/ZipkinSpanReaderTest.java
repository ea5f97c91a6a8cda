package traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.Span;
import traces.model.Trace;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.waterfall.TraceReport;
import zipkin2.Endpoint;
import zipkin2.codec.SpanBytesEncoder;

class ZipkinSpanReaderTest {

    private static final String ID = "'traceId':'beef','id':'1'";

    @TempDir
    private Path folder;

    /**
     * Two traces that Zipkin's server 3.6.1 made of itself, with its library for Java (SELF_TRACING_ENABLED), as its
     * {@code /api/v2/traces} answered.
     */
    @Test
    void readsWhatZipkinsServerAnswers() throws Exception {
        List<Trace> traces = SavedTraceFile.read(
                Path.of(getClass().getResource("/traces/zipkin-server.json").toURI()));

        assertThat(traces).hasSize(2);
        assertThat(drawn(traces.get(0)))
                .anyMatch(line -> line.matches("zipkin-server: get /api/v2/traces +0 +15.2 ms .*"));
        assertThat(drawn(traces.get(1)))
                .anyMatch(line -> line.matches("zipkin-server: post /api/v2/spans +0 +286 ms .*"))
                .anyMatch(line -> line.matches("└─ accept-spans +218 ms +0.82 ms .*"))
                .noneMatch(line -> line.contains("Clocks"));
    }

    private static List<String> drawn(Trace trace) {
        return new TraceReport(TraceTree.of(trace), false).lines(Screen.plain(100), ZoneOffset.UTC, Optional.empty());
    }

    /** Zipkin's two sides of a call have one id, and its ids may be half as long as OpenTelemetry's. */
    @Test
    void hangsTheAnswerFromTheCall_whoseIdItShares() throws Exception {
        zipkin2.Span call = zipkin2.Span.newBuilder()
                .traceId("beef")
                .id(7)
                .kind(zipkin2.Span.Kind.CLIENT)
                .name("post")
                .timestamp(2_000)
                .duration(500)
                .localEndpoint(Endpoint.newBuilder().serviceName("shop").build())
                .remoteEndpoint(Endpoint.newBuilder()
                        .serviceName("orders")
                        .ip("10.0.0.1")
                        .port(80)
                        .build())
                .build();
        zipkin2.Span answer = call.toBuilder()
                .kind(zipkin2.Span.Kind.SERVER)
                .shared(true)
                .timestamp(2_100)
                .duration(300)
                .localEndpoint(Endpoint.newBuilder().serviceName("orders").build())
                .build();

        Trace trace = read(new String(SpanBytesEncoder.JSON_V2.encodeList(List.of(answer, call))))
                .get(0);

        assertThat(trace.id()).isEqualTo("0000000000000000000000000000beef");
        assertThat(drawn(trace)).anyMatch(line -> line.matches("└─ orders: post +0.10 ms +0.30 ms .*"));
        Span client = trace.spans().get(1);
        assertThat(client.attribute("peer.service")).contains("orders");
        assertThat(client.attribute("network.peer.address")).contains("10.0.0.1");
        assertThat(client.attribute("network.peer.port")).contains("80");
        assertThat(trace.spans().get(0).attribute("peer.service")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            'kind':'CONSUMER', SPAN_KIND_CONSUMER
            'kind':'PRODUCER', SPAN_KIND_PRODUCER
            'name':'local',    SPAN_KIND_INTERNAL
            """)
    void hasItsKind(String field, SpanKind kind) throws Exception {
        assertThat(read("[{" + ID + "," + field + "}]").get(0).spans().get(0).kind())
                .isEqualTo(kind);
    }

    @Test
    void hasFailed_whereATagSaysSo() throws Exception {
        Span span = read("[{" + ID + ",'tags':{'error':'no such donut','http.method':'GET'}}]")
                .get(0)
                .spans()
                .get(0);

        assertThat(span.isError()).isTrue();
        assertThat(span.proto().getStatus().getMessage()).isEqualTo("no such donut");
        assertThat(span.attribute("http.method")).contains("GET");
    }

    @Test
    void isAQuery_whereATagHoldsOne() throws Exception {
        String query = "{'traceId':'beef','parentId':'1','id':'%s','kind':'CLIENT','timestamp':%s,'duration':5,"
                + "'tags':{'sql.query':'select * from donut where id = %s'}}";
        StringBuilder list = new StringBuilder("[{" + ID + ",'name':'get','timestamp':1000,'duration':900}");
        for (int i = 2; i < 8; i++) {
            list.append(',').append(query.formatted(i, 1000 + i * 10, i));
        }

        assertThat(String.join(" ", drawn(read(list + "]").get(0))))
                .contains("6 × select * from donut where id = ?")
                .doesNotContain("The trace stops");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '~', textBlock = """
            'timestamp':1000, no end
            'duration':5,     no times
            'name':'x',       no times
            """)
    void staysReadable_withoutATime(String field, String said) throws Exception {
        Trace trace = read("[{" + ID + ",'timestamp':1000,'duration':9},{'traceId':'beef','parentId':'1','id':'2',"
                        + field + "}]")
                .get(0);

        assertThat(String.join(" ", drawn(trace))).contains(said);
    }

    @Test
    void saysWhatItCannotRead() {
        assertThatThrownBy(() -> read("[{'traceId':'','id':'1'}]"))
                .isInstanceOf(SavedTraceFile.InvalidTraceFile.class)
                .hasMessageContaining("a span of Zipkin's that cannot be read");
    }

    private List<Trace> read(String json) throws Exception {
        return SavedTraceFile.read(Files.writeString(folder.resolve("zipkin.json"), json.replace((char) 39, '"')));
    }
}
