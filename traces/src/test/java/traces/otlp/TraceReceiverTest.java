package traces.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.PortUnavailable;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** What OTLP's specification asks of a receiver, over real HTTP. */
@Timeout(60)
class TraceReceiverTest {

    @RegisterExtension
    static final ReceivedTraces traces = new ReceivedTraces();

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    private final String url = traces.endpoint() + "/v1/traces";

    @Test
    void keepsSpansSentAsProtobuf() throws Exception {
        Trace sent = SampleSpan.trace(SampleSpan.named("GET /beers").trace(101).server());

        OtlpPost.to(url).body(sent.toOtlp().toByteArray()).send();

        assertThat(traces.store().find(sent.id())).contains(sent);
    }

    @Test
    void keepsSpansSentAsJson() throws Exception {
        Trace sent = SampleSpan.trace(SampleSpan.named("GET /beers").trace(102).server());

        OtlpPost.to(url).as(JSON).body(OtlpJson.write(sent.toOtlp())).send();

        assertThat(traces.store().find(sent.id())).contains(sent);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 103", "GZIP, 104", "x-gzip, 105"})
    void keepsSpansSentZipped(String coding, long trace) throws Exception {
        Trace sent = SampleSpan.trace(SampleSpan.named("GET /beers").trace(trace));

        OtlpPost.to(url)
                .zipped(sent.toOtlp().toByteArray())
                .header("Content-Encoding", coding)
                .send();

        assertThat(traces.store().find(sent.id())).contains(sent);
    }

    @Test
    void keepsSpansSentInChunks() throws Exception {
        Trace sent = SampleSpan.trace(SampleSpan.named("GET /beers").trace(106));

        OtlpPost.to(url).chunked(sent.toOtlp().toByteArray()).send();

        assertThat(traces.store().find(sent.id())).contains(sent);
    }

    @Test
    void answersProtobufWithAnEmptyMessage_whenAllIsKept() throws Exception {
        byte[] body =
                SampleSpan.trace(SampleSpan.named("a").trace(107)).toOtlp().toByteArray();

        HttpResponse<byte[]> answer = OtlpPost.to(url).body(body).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(PROTOBUF);
        assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).hasPartialSuccess())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON", "application/json; charset=utf-8"})
    void answersJsonWithJson_howeverItsTypeIsWritten(String type) throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url).as(type).body("{}").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
        assertThat(answer.body()).asString().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {PROTOBUF, JSON})
    void acceptsWhatCarriesNothing(String type) throws Exception {
        assertThat(OtlpPost.to(url).as(type).send().statusCode()).isEqualTo(200);
    }

    @Test
    void answersPlainly_evenToWhoCouldUnzip() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .header("Accept-Encoding", "gzip")
                .body("{}")
                .send();

        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void refusesSpansWithUnusableIdsSingly() throws Exception {
        Trace good = SampleSpan.trace(SampleSpan.named("good").trace(108));
        byte[] body = SampleSpan.trace(
                        SampleSpan.named("no trace").trace(0),
                        SampleSpan.named("good").trace(108),
                        SampleSpan.named("no id").trace(108).id(0))
                .toOtlp()
                .toByteArray();

        HttpResponse<byte[]> answer = OtlpPost.to(url).body(body).send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(ExportTraceServiceResponse.parseFrom(answer.body()).getPartialSuccess())
                .matches(partial -> partial.getRejectedSpans() == 2)
                .matches(partial -> partial.getErrorMessage().contains("trace id"));
        assertThat(traces.store().find(good.id())).contains(good);
    }

    @Test
    void saysInJsonHowManySpansItRefused() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .body("{'resourceSpans':[{'scopeSpans':[{'spans':[{'traceId':'07','spanId':'0102030405060708'}]}]}]}"
                        .replace('\'', '"'))
                .send();

        // 64-bit numbers are text in OTLP's JSON.
        assertThat(answer.body())
                .asString()
                .startsWith("{\"partialSuccess\":{\"rejectedSpans\":\"1\",\"errorMessage\":\"")
                .contains("seen: 07");
    }

    @ParameterizedTest
    @CsvSource({"/v1/metrics, " + PROTOBUF, "/v1/metrics, " + JSON, "/v1/logs, " + PROTOBUF, "/v1/logs, " + JSON})
    void acceptsMetricsAndLogs_andDropsThem(String path, String type) throws Exception {
        long growths = traces.store().growths();

        HttpResponse<byte[]> answer =
                OtlpPost.to(traces.endpoint() + path).as(type).body("{}").send();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
        assertThat(new String(answer.body(), UTF_8)).isEqualTo(type.equals(JSON) ? "{}" : "");
        assertThat(traces.store().growths()).isEqualTo(growths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void isThereAtEachLoopbackAddress(String host) throws Exception {
        assumeTrue(!host.contains(":") || hasIpv6(), "this machine has no IPv6");

        HttpResponse<byte[]> answer =
                OtlpPost.to(url.replace("127.0.0.1", host)).as(JSON).body("{}").send();

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private static boolean hasIpv6() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("::1"))) {
            return any.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        int port = Integer.parseInt(traces.endpoint().replaceFirst(".*:", ""));

        assertThatThrownBy(() -> TraceReceiver.open("localhost", port, new TraceStore(), Optional.empty()))
                .isInstanceOf(PortUnavailable.class)
                .hasMessageContaining(Integer.toString(port));
    }

    @Test
    void isGoneOnceItIsClosed() throws Exception {
        TraceReceiver receiver = TraceReceiver.open("localhost", 0, new TraceStore(), Optional.empty());
        int port = receiver.port();

        receiver.close();

        assertThatCode(() -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close())
                .doesNotThrowAnyException();
    }
}
