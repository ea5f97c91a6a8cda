package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.UnknownFieldSet;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** Bodies of clients that are older than OTLP's names, or follow the names of others. */
@Timeout(60)
class OtherDialectsTest {

    private static final String IDS = "'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174'";

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final TraceStore store = new TraceStore();
    private final TraceReceiver receiver = TraceReceiver.open("localhost", 0, store, Optional.empty(), log::add);
    private final String url = "http://localhost:" + receiver.port();

    @AfterEach
    void close() {
        receiver.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'resource_spans':[{'scope_spans':[{'spans':[{'trace_id':'5b8efff798038103d269b633813fc60c','span_id':'eee19b7ec3c1b174','name':'a','start_time_unix_nano':'7'}]}]}]}
            {'resource_spans':[{'instrumentation_library_spans':[{'instrumentation_library':{'name':'l'},'spans':[{'trace_id':'5b8efff798038103d269b633813fc60c','span_id':'eee19b7ec3c1b174','name':'a','start_time_unix_nano':7}]}]}]}
            {'resource_spans':[{'scope_spans':[{'spans':[{'trace_id':'W47/95gDgQPSabYzgT/GDA==','span_id':'7uGbfsPBsXQ=','name':'a','kind':'SPAN_KIND_SERVER','start_time_unix_nano':'7'}]}]}]}
            {'resource_spans':[{'scope_spans':[{'spans':[{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','name':'a','startTimeUnixNano':'7'}]}]}]}
            {'resourceSpans':[{'scope_spans':[{'spans':[{'trace_id':'5b8efff798038103d269b633813fc60c','span_id':'eee19b7ec3c1b174','name':'a','start_time_unix_nano':'7'}]}]}]}
            {'resourceSpans':[{'instrumentationLibrarySpans':[{'instrumentationLibrary':{'name':'l'},'spans':[{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174','name':'a','startTimeUnixNano':'7'}]}]}]}
            {'batches':[{'scopeSpans':[{'spans':[{'traceId':'W47/95gDgQPSabYzgT/GDA==','spanId':'7uGbfsPBsXQ=','name':'a','startTimeUnixNano':'7'}]}]}]}
            """)
    void areTaken(String body) throws Exception {
        assertThat(post(body).hasPartialSuccess()).isFalse();

        assertThat(store.find("5b8efff798038103d269b633813fc60c").orElseThrow().spans())
                .singleElement()
                .matches(span ->
                        span.id().equals("eee19b7ec3c1b174") && span.name().equals("a") && span.start() == 7);
        assertThat(log).isEmpty();
    }

    @Test
    void areTakenOnce_whenTheOldAndTheNewNameHoldTheSame() throws Exception {
        String spans = "[{'spans':[{" + IDS + "}]}]";

        post("{'resourceSpans':[{'scopeSpans':" + spans + ",'instrumentationLibrarySpans':" + spans + "}]}");

        assertThat(store.spans()).isOne();
    }

    /** OTLP 0.15 to 0.19 had a field of its own for the old message; before that, its number was the one of today. */
    @Test
    void areTaken_inProtobuf() throws Exception {
        Trace sent = SampleSpan.trace(SampleSpan.named("old"));
        ResourceSpans today = sent.toOtlp().getResourceSpans(0);
        ResourceSpans old = today.toBuilder()
                .clearScopeSpans()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                1000,
                                UnknownFieldSet.Field.newBuilder()
                                        .addLengthDelimited(
                                                today.getScopeSpans(0).toByteString())
                                        .build())
                        .build())
                .build();

        OtlpPost.to(url + "/v1/traces")
                .body(ExportTraceServiceRequest.newBuilder()
                        .addResourceSpans(old)
                        .build()
                        .toByteArray())
                .send();

        assertThat(store.find(sent.id()).orElseThrow().spans().get(0).name()).isEqualTo("old");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"resourceLogs":[]}                                     | 'resourceLogs' (logs, which go to /v1/logs) where OTLP has 'resourceSpans'
            {"resourceMetrics":[]}                                  | 'resourceMetrics' (metrics, which go to /v1/metrics)
            {"data":[{"traceID":"1"}]}                              | 'data' (Jaeger's JSON)
            {"ResourceSpans":[{}]}                                  | 'ResourceSpans' where OTLP has 'resourceSpans'
            {"resourceSpans":[{"librarySpans":[]}]}                 | 'librarySpans' where OTLP has 'scopeSpans'
            {"resourceSpans":[{"scopeSpans":[{"span":[{}]}]}]}      | 'span' where OTLP has 'spans'
            """)
    void areNamedInTheAnswerAndTheLog_whenTheyAreUnknown(String body, String named) throws Exception {
        ExportTraceServiceResponse answer = post(body);
        post(body);

        assertThat(answer.getPartialSuccess().getErrorMessage()).contains(named);
        assertThat(log).singleElement().asString().contains(named);
    }

    /** A later version of OTLP may have more fields, which are none of this one's business. */
    @Test
    void areNotSeen_inFieldsBesideTheSpans() throws Exception {
        ExportTraceServiceResponse answer =
                post("{'future':1,'resourceSpans':[{'more':{},'scopeSpans':[{'x':1,'spans':[{" + IDS
                        + ",'trace_id':'x','later':7}]}]}]}");

        assertThat(answer.hasPartialSuccess()).isFalse();
        assertThat(store.spans()).isOne();
    }

    @Test
    void logsOnceWhatIsRefused() throws Exception {
        post("{'resourceSpans':[{'scopeSpans':[{'spans':[{'name':'without ids'}]}]}]}");

        assertThat(log).singleElement().asString().startsWith("An export was not kept as a whole. ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            //v1/traces          | slash too many
            /otlp//v1/traces     | slash too many
            /v1//traces          | slash too many
            /v1/traces/v1/traces | its path twice
            /                    | OTEL_EXPORTER_OTLP_TRACES_ENDPOINT
            /api/v2/spans        | Zipkin's
            """)
    void pathsAreToldWhatIsWrongWithThem(String path, String hint) throws Exception {
        var answer = OtlpPost.to(url + path).as("application/json").body("{}").send();

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(new String(answer.body(), UTF_8)).contains(hint);
    }

    private ExportTraceServiceResponse post(String body) throws Exception {
        var answer = OtlpPost.to(url + "/v1/traces")
                .as("application/json")
                .body(body.replace((char) 39, '"'))
                .send();
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
        ExportTraceServiceResponse.Builder read = ExportTraceServiceResponse.newBuilder();
        com.google.protobuf.util.JsonFormat.parser().merge(new String(answer.body(), UTF_8), read);
        return read.build();
    }
}
