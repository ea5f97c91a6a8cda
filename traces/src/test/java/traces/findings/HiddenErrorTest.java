package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class HiddenErrorTest {

    private static final SampleSpan REQUEST = named("GET /pair/beer").id(1).server();

    /**
     * <pre>
     *   GET /pair/beer
     *   └─ Scores.match
     *      └─ GET  !          hidden by Scores.match
     *         └─ GET /match ! score-service, where it failed
     * </pre>
     */
    @Test
    void namesWhereItFailedAndWhatHidesIt() {
        TraceTree tree = tree(
                REQUEST,
                named("Scores.match").id(2).under(1),
                named("GET").id(3).under(2).client().failed(),
                named("GET /match")
                        .id(4)
                        .under(3)
                        .of("score-service")
                        .server()
                        .threw("java.lang.IllegalStateException", "no index"));

        assertThat(sentences(tree))
                .containsExactly(
                        "GET /match (score-service) failed with IllegalStateException: no index, yet Scores.match "
                                + "(beer-donut-app) above looks fine. Look for who catches the failure, and whether the answer lacks something.");
    }

    /**
     * <pre>
     *   GET /pair/beer !
     *   └─ Scores.match
     *      └─ GET !
     * </pre>
     */
    @Test
    void isNotFound_whenTheRequestFailedToo() {
        TraceTree tree = tree(
                named("GET /pair/beer").id(1).server().failed(),
                named("Scores.match").id(2).under(1),
                named("GET").id(3).under(2).client().failed());

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isNotFound_whenTheRootAloneFailed() {
        assertThat(sentences(tree(named("GET /pair/beer").id(1).server().failed())))
                .isEmpty();
    }

    /** Its parent hasn't arrived: it may have failed as well. */
    @Test
    void isNotFound_whenNothingIsKnownAbove() {
        assertThat(sentences(tree(named("GET").id(3).under(2).client().failed())))
                .isEmpty();
    }

    /** Who sent a message is gone when its reading fails. */
    @Test
    void isNotFound_whenAMessagesReaderFails() {
        TraceTree tree = tree(
                REQUEST,
                named("send").id(2).under(1).kind(SpanKind.SPAN_KIND_PRODUCER),
                named("read")
                        .id(3)
                        .under(2)
                        .of("kitchen")
                        .kind(SpanKind.SPAN_KIND_CONSUMER)
                        .failed());

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isFoundOnce_whenSeveralFailAlike() {
        TraceTree tree = tree(
                REQUEST,
                named("GET").id(2).under(1).client().threw("a.Timeout", "after 10 ms"),
                named("GET").id(3).under(1).client().threw("a.Timeout", "after 11 ms"),
                named("GET").id(4).under(1).client().threw("a.Refused", "no"));

        assertThat(sentences(tree))
                .satisfiesExactly(
                        timeout -> assertThat(timeout)
                                .startsWith("2 × GET (beer-donut-app) failed with Timeout: after 10 ms, yet"),
                        refused -> assertThat(refused).startsWith("GET (beer-donut-app) failed with Refused: no, yet"));
    }

    @Test
    void takesTheStatusMessage_whenNothingWasThrown() {
        TraceTree tree = tree(REQUEST, named("GET").id(2).under(1).client().failed("gave up"));

        assertThat(sentences(tree).get(0)).contains("failed with gave up, yet");
    }

    @Test
    void takesTheAnswersStatus_whenNothingElseIsSaid() {
        TraceTree tree = tree(
                REQUEST, named("GET").id(2).under(1).client().failed().attribute("http.response.status_code", "503"));

        assertThat(sentences(tree).get(0)).contains("failed with 503, yet");
    }

    @Test
    void saysNoReason_whenThereIsNone() {
        TraceTree tree = tree(REQUEST, named("GET").id(2).under(1).client().failed());

        assertThat(sentences(tree).get(0)).contains("GET (beer-donut-app) failed, yet");
    }

    private static List<String> sentences(TraceTree tree) {
        return HiddenError.in(tree).stream().map(Finding::sentence).toList();
    }
}
