package traces.zipkin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** Holds our answers against those of the real Zipkin, which was given the same spans. */
class ZipkinPeerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOON_MILLIS = SampleSpan.NOON / 1_000_000;
    private static final int TRACES = 150;
    private static final String EVER = "&limit=1000&lookback=86400000&endTs=" + NOON_MILLIS;

    private static final TraceStore STORE = new TraceStore();

    private static ZipkinServer zipkin;
    private static TraceWebServer ours;

    /**
     * In HTTP/1.1: an upgrade to HTTP/2 in the middle of a clear connection has gone wrong between Java and this
     * server.
     */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @BeforeAll
    static void start() throws Exception {
        zipkin = ZipkinServer.start();
        ours = TraceWebServer.open(STORE, "127.0.0.1", 0, List.of());
        List<Trace> traces = new OddSpans(361).traces(TRACES, SampleSpan.NOON);
        traces.forEach(trace -> STORE.add(trace.toOtlp().getResourceSpansList()));
        zipkin.keep(traces.stream().map(ZipkinSpans::of).toList());
    }

    @AfterAll
    static void close() {
        if (ours != null) {
            ours.close();
            zipkin.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services",
                "spans?serviceName=beer-donut-app",
                "spans?serviceName=SCORE-service",
                "spans?serviceName=nobody",
                "spans?serviceName=",
                "remoteServices?serviceName=menu",
                "remoteServices?serviceName=unknown_service",
                "autocompleteKeys",
                "autocompleteValues?key=beer"
            })
    void knowsTheSameNames(String question) throws Exception {
        assertSameAnswer(question);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&serviceName=beer-donut-app",
                "&serviceName=Score-Service",
                "&serviceName=all",
                "&serviceName=",
                "&serviceName=nobody",
                "&spanName=GET%20/pair/beer",
                "&spanName=all",
                "&serviceName=menu&spanName=get",
                "&remoteServiceName=score-service",
                "&serviceName=menu&remoteServiceName=ipa",
                "&annotationQuery=error",
                "&annotationQuery=beer%3Dipa",
                "&annotationQuery=error%20and%20otel.status_code%3DERROR",
                "&annotationQuery=beer%3Dipa%20and%20nothing",
                "&annotationQuery=get",
                "&minDuration=500000",
                "&minDuration=1&maxDuration=1",
                "&minDuration=100000&maxDuration=600000&serviceName=menu",
                "&lookback=30000",
                "&lookback=1",
                "&limit=5",
                "&limit=7&serviceName=menu",
                "&limit=20&annotationQuery=error",
                "&lookback=9223372036854775807",
                "&endTs=1",
                "&endTs=",
                "&minDuration=",
                "&serviceName=menu&lookback=60000&annotationQuery=error"
            })
    void findsTheSameTraces(String search) throws Exception {
        // The first of two values of one name counts.
        assertSameAnswer("traces?" + search.replaceFirst("^&", "") + EVER);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void showsTheSameTrace(String id) throws Exception {
        assertSameAnswer("trace/" + id);
    }

    static Stream<String> ids() {
        Stream<String> kept = STORE.newest(TRACES).stream().map(Trace::id).limit(20);
        return Stream.concat(kept, Stream.of("1", "0123456789abcdef", "463ac35c9f6413ad48485a3953bb6124"));
    }

    @ParameterizedTest
    @MethodSource("manyIds")
    void showsTheSameTraces(String ids) throws Exception {
        assertSameAnswer("traceMany?traceIds=" + ids);
    }

    static Stream<String> manyIds() {
        List<String> kept = STORE.newest(3).stream().map(Trace::id).toList();
        return Stream.of(String.join(",", kept), kept.get(0) + ",1", "1,2", kept.get(0), "", "1,1", "1,,2", "1,x");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, 60_000, 86_400_000})
    void countsTheSameCalls(long lookback) throws Exception {
        assertSameAnswer("dependencies?endTs=" + NOON_MILLIS + "&lookback=" + lookback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "traces?limit=0",
                "traces?limit=-1",
                "traces?limit=x",
                "traces?limit=99999999999",
                "traces?endTs=0",
                "traces?endTs=1.5",
                "traces?lookback=0",
                "traces?minDuration=0",
                "traces?minDuration=-1",
                "traces?minDuration=x",
                "traces?maxDuration=5",
                "traces?minDuration=5&maxDuration=3",
                "spans",
                "remoteServices",
                "autocompleteValues",
                "autocompleteValues?key=",
                "traceMany",
                "dependencies",
                "dependencies?endTs=0",
                "dependencies?endTs=x",
                "dependencies?endTs=1&lookback=0",
                "dependencies?endTs=1&lookback=x",
                "trace/0",
                "trace/0000000000000000",
                "trace/xyz",
                "trace/463AC35C9F6413AD",
                "trace/463ac35c9f6413ad48485a3953bb61240",
                "trace/%20"
            })
    void refusesTheSameQuestions(String question) throws Exception {
        assertSameAnswer(question);
    }

    private void assertSameAnswer(String question) throws Exception {
        HttpResponse<String> expected = ask(zipkin.url(), question);
        HttpResponse<String> seen = ask("http://127.0.0.1:" + ours.port(), question);

        assertThat(seen.statusCode()).as(expected.body()).isEqualTo(expected.statusCode());
        assertThat(comparable(seen)).isEqualTo(comparable(expected));
    }

    private HttpResponse<String> ask(String server, String question) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + "/api/v2/" + question))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String comparable(HttpResponse<String> reply) throws Exception {
        return reply.statusCode() == 200 ? sorted(JSON.readTree(reply.body())).toPrettyString() : reply.body();
    }

    /** With the elements of each list by their text: it may have any order. */
    private static JsonNode sorted(JsonNode json) {
        if (!json.isArray()) {
            return json;
        }
        ArrayNode sorted = JSON.createArrayNode();
        StreamSupport.stream(json.spliterator(), false)
                .map(ZipkinPeerIT::sorted)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(sorted::add);
        return sorted;
    }
}
