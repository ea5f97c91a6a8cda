package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class StopsAtClientTest {

    private static final SampleSpan REQUEST =
            named("GET /pair/beer").id(1).server().at(0, 100);

    /**
     * <pre>
     *   GET /pair/beer
     *   ├─ GET      3 of these, with nothing beneath
     * </pre>
     */
    @Test
    void saysWhereTheTraceStops() {
        TraceTree tree = tree(REQUEST, call(2), call(3), call(4));

        assertThat(sentences(tree))
                .containsExactly(
                        "The trace stops at 3 × GET to localhost:5001, called by beer-donut-app: nothing of the other side "
                                + "hangs beneath. Is the other side traced, and do both speak the same header (otel.propagators)?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /items/%s", "GET /pets/507f1f77bcf86cd79943901%s", "resolve books.%s.author"})
    void isOneFinding_whenTheNamesDifferInAnId(String name) {
        TraceTree tree = tree(
                REQUEST,
                call(name.formatted(1), 2).attribute("server.address", "items"),
                call(name.formatted(2), 3).attribute("server.address", "items"));

        assertThat(sentences(tree))
                .singleElement()
                .asString()
                .contains("2 × ")
                .contains("…")
                .contains(" to items,");
    }

    /**
     * <pre>
     *   GET /pair/beer
     *   └─ search               a call of a database, a queue or a cloud's API
     *      └─ attempt
     *         └─ POST           which speaks HTTP
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "db.system.name, elasticsearch, SPAN_KIND_CLIENT",
        "db.system, couchdb, SPAN_KIND_CLIENT",
        "db.system, spanner, SPAN_KIND_CLIENT",
        "messaging.system, aws_sqs, SPAN_KIND_PRODUCER",
        "messaging.system, gcp_pubsub, SPAN_KIND_CLIENT",
        "rpc.system, aws-api, SPAN_KIND_CLIENT",
    })
    void isNotFound_whenTheCallIsADatabasesTransport(String key, String system, SpanKind kind) {
        TraceTree tree = tree(
                REQUEST,
                named("search").id(2).under(1).kind(kind).attribute(key, system),
                named("attempt").id(3).under(2),
                call("POST", 4).under(3));

        assertThat(sentences(tree)).isEmpty();
    }

    /** What is done with a message, or within a request, is no transport of it. */
    @ParameterizedTest
    @CsvSource({"SPAN_KIND_CONSUMER", "SPAN_KIND_SERVER", "SPAN_KIND_INTERNAL"})
    void isFound_whenTheCallIsMadeForAMessage(SpanKind kind) {
        TraceTree tree = tree(
                REQUEST,
                named("orders process").id(2).under(1).kind(kind).attribute("messaging.system", "kafka"),
                call("POST", 3).under(2));

        assertThat(sentences(tree)).hasSize(1);
    }

    private static SampleSpan call(String name, long id) {
        return named(name).id(id).under(1).client().attribute("http.request.method", "GET");
    }

    /**
     * <pre>
     *   GET /pair/beer
     *   └─ GET
     *      └─ GET /match   score-service
     * </pre>
     */
    @Test
    void isNotFound_whenTheOtherSideReports() {
        TraceTree tree = tree(
                REQUEST,
                call(2),
                named("GET /match").id(3).under(2).of("score-service").server());

        assertThat(sentences(tree)).isEmpty();
    }

    /**
     * <pre>
     *   GET /pair/beer
     *   ├─ GET
     *   └─ GET /match   score-service: its header was written by hand, from the current span
     * </pre>
     */
    @Test
    void seesTheOtherSideBesideTheCall() {
        TraceTree tree = tree(
                REQUEST,
                call(2),
                named("GET /match").id(3).under(1).of("score-service").server());

        assertThat(sentences(tree))
                .containsExactly(
                        "The trace stops at GET to localhost:5001, called by beer-donut-app: nothing of the other side hangs "
                                + "beneath, but GET /match (score-service) hangs beside. The header named the span around the call: leave it "
                                + "to the agent, which knows the call itself.");
    }

    /**
     * <pre>
     *   GET                the library
     *   └─ GET             what it is built on
     *      └─ GET /match   score-service
     * </pre>
     */
    @Test
    void isNotFound_whenTwoLibrariesTellOfOneCall() {
        TraceTree tree = tree(
                call(2).under(0),
                call(3).under(2),
                named("GET /match").id(4).under(3).of("score-service").server());

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isFoundOnce_whenTwoLibrariesTellOfOneCall() {
        TraceTree tree = tree(REQUEST, call(2), call(3).under(2));

        assertThat(sentences(tree)).singleElement().asString().startsWith("The trace stops at GET to");
    }

    @Test
    void isNotFound_whenAServiceCallsItself() {
        TraceTree tree =
                tree(REQUEST, call(2), named("GET /match").id(3).under(2).server());

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isNotFound_whenNobodyAnswered() {
        assertThat(sentences(tree(REQUEST, call(2).threw("java.net.ConnectException", "refused"))))
                .isEmpty();
    }

    @Test
    void isFound_whenTheAnswerWasAnError() {
        TraceTree tree = tree(REQUEST, call(2).failed().attribute("http.response.status_code", "500"));

        assertThat(sentences(tree)).hasSize(1);
    }

    @Test
    void isNotFound_whereNoProgramIsCalled() {
        TraceTree tree = tree(
                REQUEST,
                named("SELECT").id(2).under(1).statement("select 1").attribute("server.address", "localhost"),
                named("GET")
                        .id(3)
                        .under(1)
                        .client()
                        .attribute("db.system.name", "redis")
                        .attribute("server.address", "x"),
                named("send").id(4).under(1).kind(SpanKind.SPAN_KIND_PRODUCER).attribute("server.address", "x"),
                named("poll")
                        .id(5)
                        .under(1)
                        .client()
                        .attribute("messaging.system", "kafka")
                        .attribute("server.address", "x"),
                named("work").id(6).under(1).client());

        assertThat(sentences(tree)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "server.address, scores, scores",
        "net.peer.name, scores, scores",
        "url.full, http://scores:5001/match?beer=ipa, scores:5001",
        "url.full, https://me:secret@scores/x@y, scores",
        "http.url, http://[::1]:5001, [::1]:5001",
        "peer.service, score-service, score-service",
    })
    void namesWhomItCalls(String attribute, String value, String target) {
        TraceTree tree = tree(REQUEST, named("GET").id(2).under(1).client().attribute(attribute, value));

        assertThat(sentences(tree).get(0)).contains("at GET to " + target + ", called");
    }

    @Test
    void namesWhomItCallsAndWhere_whenTheAgentKnowsBoth() {
        TraceTree tree = tree(REQUEST, call(2).attribute("peer.service", "score-service"));

        assertThat(sentences(tree).get(0)).contains("at GET to score-service at localhost:5001, called");
    }

    @Test
    void isFoundForRpc() {
        TraceTree tree =
                tree(REQUEST, named("Scores/Match").id(2).under(1).client().attribute("rpc.system", "grpc"));

        assertThat(sentences(tree).get(0)).contains("at Scores/Match, called");
    }

    private static SampleSpan call(long id) {
        return named("GET")
                .id(id)
                .under(1)
                .client()
                .at(id * 10, id * 10 + 5)
                .attribute("http.request.method", "GET")
                .attribute("server.address", "localhost")
                .attribute("server.port", "5001");
    }

    private static List<String> sentences(TraceTree tree) {
        return StopsAtClient.in(tree).stream().map(Finding::sentence).toList();
    }
}
