package traces.otlp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.UnknownFieldSet;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;

/** What is refused, and how; all of these come from thought, those that a fuzzer found are in {@link FuzzedTest}. */
@Timeout(60)
class BadExportsTest {

    @RegisterExtension
    static final ReceivedTraces traces = new ReceivedTraces();

    private static final ObjectMapper READER = new ObjectMapper();
    private static final String JSON = "application/json";

    /** An unknown field of OTLP's, filled up: valid protobuf of any length. */
    private static final int HEAD = 5;

    private final String url = traces.endpoint() + "/v1/traces";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {                                                      | not JSON
                    []                                                     | an object
                    {} {}                                                  | nothing after the end
                    {"resourceSpans": {}}                                  | /resourceSpans should be a list; seen: {
                    {"resourceSpans": [7]}                                 | /resourceSpans/0 should be an object; seen: 7
                    {"resourceSpans": [null]}                              | /resourceSpans/0 should be an object
                    {"resourceSpans": [{"schemaUrl": 7}]}                  | /resourceSpans/0/schemaUrl should be text; seen: 7
                    """)
    void refusesJsonThatIsNotOtlp_andSaysWhere(String body, String telling) throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url).as(JSON).body(body).send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains(telling);
    }

    @Test
    void takesNothingFromAPageInABrowser() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .header("Origin", "http://evil.example")
                .body("{}")
                .send();

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(message(answer)).contains("not taken from pages in a browser");
    }

    @Test
    void namesTheFieldInTheBadRequest() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .body("{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"xyz\"}]}]}]}")
                .send();

        JsonNode detail = READER.readTree(answer.body()).at("/details/0");
        assertThat(detail.at("/@type").asText()).isEqualTo("type.googleapis.com/google.rpc.BadRequest");
        assertThat(detail.at("/fieldViolations/0/field").asText())
                .isEqualTo("/resourceSpans/0/scopeSpans/0/spans/0/traceId");
        assertThat(detail.at("/fieldViolations/0/description").asText())
                .contains("hex")
                .contains("xyz");
    }

    @Test
    void answersBrokenProtobufWithAStatusInProtobuf() throws Exception {
        byte[] whole = SampleSpan.trace(SampleSpan.named("cut off")).toOtlp().toByteArray();

        HttpResponse<byte[]> answer =
                OtlpPost.to(url).body(Arrays.copyOf(whole, whole.length - 1)).send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-protobuf");
        // Field 2 of google.rpc.Status is its message, field 3 its details.
        UnknownFieldSet status = UnknownFieldSet.parseFrom(answer.body());
        assertThat(status.getField(2).getLengthDelimitedList().get(0).toStringUtf8())
                .contains("ExportTraceServiceRequest");
        assertThat(status.getField(3).getLengthDelimitedList().get(0).toStringUtf8())
                .contains("google.rpc.BadRequest");
    }

    @Test
    void keepsNothingOfABrokenBody() throws Exception {
        long growths = traces.store().growths();
        byte[] whole = SampleSpan.trace(SampleSpan.named("whole")).toOtlp().toByteArray();
        byte[] broken = Arrays.copyOf(whole, whole.length + 1);

        OtlpPost.to(url).body(broken).send();

        assertThat(traces.store().growths()).isEqualTo(growths);
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/protobuf", "application/x-protobuf-not", "'; charset=utf-8'", "*/*", "''"})
    void refusesOtherTypes(String type) throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url).as(type).body("{}").send();

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(message(answer)).contains("application/x-protobuf or application/json");
    }

    @Test
    void refusesWhatHasNoType() throws Exception {
        String answer =
                answerTo("POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        assertThat(answer).startsWith("HTTP/1.1 415").contains("seen: none");
    }

    @ParameterizedTest
    @CsvSource({"deflate", "br", "'gzip, gzip'", "zstd"})
    void refusesOtherCodings_andNamesTheOneItHas(String coding) throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .header("Content-Encoding", coding)
                .body("{}")
                .send();

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip");
    }

    @Test
    void refusesGzipThatIsNone() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .header("Content-Encoding", "gzip")
                .body("{}")
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("gzip");
    }

    @ParameterizedTest
    @CsvSource({"1", "8", "9", "30"})
    void refusesGzipThatEndsTooEarly(int missing) throws Exception {
        byte[] zipped = OtlpPost.zip("{\"resourceSpans\": []}".getBytes(UTF_8));

        HttpResponse<byte[]> answer = OtlpPost.to(url)
                .as(JSON)
                .header("Content-Encoding", "gzip")
                .body(Arrays.copyOf(zipped, zipped.length - missing))
                .send();

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer)).contains("too early");
    }

    @Test
    void takesABodyThatIsJustWithinTheLimit() throws Exception {
        assertThat(OtlpPost.to(url).body(ofLength(RequestBody.LIMIT)).send().statusCode())
                .isEqualTo(200);
        assertThat(OtlpPost.to(url).chunked(ofLength(RequestBody.LIMIT)).send().statusCode())
                .isEqualTo(200);
        assertThat(OtlpPost.to(url).zipped(ofLength(RequestBody.LIMIT)).send().statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesABodyThatIsAByteTooLong() throws Exception {
        assertThat(OtlpPost.to(url).body(ofLength(RequestBody.LIMIT + 1)).send().statusCode())
                .isEqualTo(413);
        assertThat(OtlpPost.to(url)
                        .chunked(ofLength(RequestBody.LIMIT + 1))
                        .send()
                        .statusCode())
                .isEqualTo(413);
        assertThat(OtlpPost.to(url)
                        .zipped(ofLength(RequestBody.LIMIT + 1))
                        .send()
                        .statusCode())
                .isEqualTo(413);
    }

    /** Ten times the limit: the sender is still writing when it's clear that this is too much. */
    @Test
    void tellsWhoSendsFarTooMuch() throws Exception {
        byte[] huge = ofLength(10 * RequestBody.LIMIT);

        assertThat(OtlpPost.to(url).body(huge).send().statusCode()).isEqualTo(413);
        assertThat(OtlpPost.to(url).chunked(huge).send().statusCode()).isEqualTo(413);
    }

    @Test
    void answersWhoSendsMuchOfTheWrongKind() throws Exception {
        byte[] body = ofLength(RequestBody.LIMIT);

        assertThat(OtlpPost.to(url).as("text/plain").body(body).send().statusCode())
                .isEqualTo(415);
        assertThat(OtlpPost.to(url)
                        .header("Content-Encoding", "br")
                        .body(body)
                        .send()
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void refusesABodyThatEndsBeforeItsLength() throws Exception {
        int port = Integer.parseInt(traces.endpoint().replaceFirst(".*:", ""));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request = "POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 9\r\n\r\n{}";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();

            assertThat(socket.getInputStream().readAllBytes()).asString().startsWith("HTTP/1.1 400");
        }
    }

    /** A quarter of a gigabyte of zeros, in a quarter of a megabyte. */
    @Test
    void stopsReadingABombAtTheLimit() throws Exception {
        byte[] bomb = OtlpPost.zipOfZeros(256L << 20);

        HttpResponse<byte[]> answer =
                OtlpPost.to(url).header("Content-Encoding", "gzip").body(bomb).send();

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void limitsMetricsAndLogsToo() throws Exception {
        HttpResponse<byte[]> answer = OtlpPost.to(traces.endpoint() + "/v1/metrics")
                .body(ofLength(RequestBody.LIMIT + 1))
                .send();

        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/v1/trace",
        "/v1/traces/more",
        "/api/v2/spans",
        "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
    })
    void saysWhatIsWhere_whenThePathIsWrong(String path) throws Exception {
        HttpResponse<byte[]> answer =
                OtlpPost.to(traces.endpoint() + path).as(JSON).body("{}").send();

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(message(answer)).contains("POST spans to /v1/traces");
    }

    @ParameterizedTest
    @CsvSource({"GET", "PUT", "DELETE", "OPTIONS"})
    void saysWhatToDo_whenTheMethodIsWrong(String method) throws Exception {
        String answer = answerTo(method + " /v1/traces HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 405").contains("Allow: POST").contains("POST spans to /v1/traces");
    }

    @Test
    void answersBrokenHttpWithAStatusToo() throws Exception {
        String answer = answerTo("POST /v1/traces HTTP/1.1\r\nno colon\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("{\"message\":\"The request could not be read");
    }

    private static String message(HttpResponse<byte[]> answer) throws IOException {
        return READER.readTree(answer.body()).at("/message").asText();
    }

    /** A field that OTLP doesn't have, number 15, of so many bytes. */
    private static byte[] ofLength(int length) {
        byte[] body = new byte[length];
        body[0] = 15 << 3 | 2;
        int left = length - HEAD;
        for (int i = 1; i < HEAD; i++) {
            body[i] = (byte) (left >>> 7 * (i - 1) & 0x7f | (i < HEAD - 1 ? 0x80 : 0));
        }
        return body;
    }

    private static String answerTo(String request) throws IOException {
        int port = Integer.parseInt(traces.endpoint().replaceFirst(".*:", ""));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
