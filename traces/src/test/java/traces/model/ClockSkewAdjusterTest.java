package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockSkewAdjusterTest {

    /**
     * <pre>
     *   GET           10 ├──────────────────┤ 90
     *   └─ GET /score   wherever its clock says, for 40 ms
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "within, 20, 60, 20, 60",
        "at its very start, 10, 50, 10, 50",
        "at its very end, 50, 90, 50, 90",
        "before it, -500, -460, 30, 70",
        "begins too early, 5, 45, 30, 70",
        "ends too late, 61, 101, 30, 70",
        "still says goodbye, 50.5, 90.5, 50, 90",
        "after it, 5000, 5040, 30, 70",
    })
    void putsAServerInTheMiddleOfTheCall_whenItLiesOutside(String where, double start, double end, long from, long to) {
        List<String> times = times(
                named("GET").id(1).client().at(10, 90),
                named("GET /score").id(2).under(1).of("score-service").server().at(start, end));

        assertThat(times).containsExactly("GET 10 90", "GET /score " + from + " " + to);
    }

    /**
     * <pre>
     *   GET                10 ├─────┤ 50   gave up
     *   └─ GET /score           20 ├───────────────┤ 200
     * </pre>
     */
    @Test
    void leavesAServerAlone_whenItGoesOnAfterTheCallerGaveUp() {
        List<String> times = times(
                named("GET").id(1).client().at(10, 50),
                named("GET /score").id(2).under(1).of("score-service").server().at(20, 200));

        assertThat(times).containsExactly("GET 10 50", "GET /score 20 200");
    }

    @ParameterizedTest
    @CsvSource({"-500, -300", "5, 205", "51, 251"})
    void startsAServerWithTheCall_whenItTookLongerAndBeganOutside(double start, double end) {
        List<String> times = times(
                named("GET").id(1).client().at(10, 50),
                named("GET /score").id(2).under(1).of("score-service").server().at(start, end));

        assertThat(times).containsExactly("GET 10 50", "GET /score 10 210");
    }

    /**
     * <pre>
     *   GET                    0 ├────────────────────────┤ 100   app
     *   └─ GET /score            ├──────────────────┤ 80 long     score-service, an hour fast
     *      ├─ count                ├──┤                           score-service
     *      └─ GET                      ├──────┤ 40 long           score-service
     *         └─ GET /rate              ├─┤ 20 long              rates, a minute slow
     *            └─ read                ├┤                        rates
     * </pre>
     */
    @Test
    void takesAlongWhatTheServicesDidBeneath_whenSeveralClocksAreApart() {
        long hour = 3_600_000;
        List<String> times = times(
                named("GET").id(1).client().at(0, 100),
                named("GET /score").id(2).under(1).of("score-service").server().at(hour, hour + 80),
                named("count").id(3).under(2).of("score-service").at(hour + 10, hour + 20),
                named("GET ").id(4).under(2).of("score-service").client().at(hour + 30, hour + 70),
                named("GET /rate").id(5).under(4).of("rates").server().at(-60_000, -59_980),
                named("read").id(6).under(5).of("rates").at(-59_995, -59_990));

        assertThat(times)
                .containsExactly(
                        "GET 0 100", "GET /score 10 90", "count 20 30", "GET  40 80", "GET /rate 50 70", "read 55 60");
    }

    /** A service that calls itself, and one whose children outlive it, have one clock: nothing is wrong with it. */
    @Test
    void leavesTheSameInstanceAlone() {
        List<String> times = times(
                named("GET").id(1).instance("a").client().at(10, 20),
                named("GET /beers").id(2).under(1).instance("a").server().at(15, 30));

        assertThat(times).containsExactly("GET 10 20", "GET /beers 15 30");
    }

    @Test
    void putsAnotherInstanceOfTheSameServiceRight() {
        List<String> times = times(
                named("GET").id(1).instance("a").client().at(10, 20),
                named("GET /beers").id(2).under(1).instance("b").server().at(50, 56));

        assertThat(times).containsExactly("GET 10 20", "GET /beers 12 18");
    }

    /** A message may be read days after it was written. */
    @Test
    void leavesAConsumerAlone() {
        List<String> times = times(
                named("send").id(1).kind(SpanKind.SPAN_KIND_PRODUCER).at(10, 20),
                named("receive")
                        .id(2)
                        .under(1)
                        .of("kitchen")
                        .kind(SpanKind.SPAN_KIND_CONSUMER)
                        .at(5000, 5010));

        assertThat(times).containsExactly("send 10 20", "receive 5000 5010");
    }

    @Test
    void saysByHowMuchItMoved() {
        TraceTree tree = tree(
                named("GET").id(1).client().at(0, 10),
                named("GET /score").id(2).under(1).of("score-service").server().at(100, 110));

        assertThat(tree.nodes()).extracting(TraceNode::shift).containsExactly(0L, -100_000_000L);
    }

    @Test
    void staysWithinTime_whenTheClocksAreAsFarApartAsNumbersGo() {
        TraceTree tree = tree(
                named("GET").id(1).client().atNanos(0, 10),
                named("GET /score").id(2).under(1).of("score-service").server().atNanos(-1, -1),
                named("count").id(3).under(2).of("score-service").atNanos(5, 7));

        assertThat(tree.nodes()).allMatch(node -> 0 <= node.start() && node.start() <= node.end() && node.end() <= 10);
    }

    /** Siblings stand in the order of the times that they were given, not of those that they came with. */
    @Test
    void sortsSiblingsByTheirTimesOnceTheyAreRight() {
        List<String> times = times(
                named("GET").id(1).client().at(0, 100),
                named("early").id(2).under(1).at(10, 20),
                named("GET /score").id(3).under(1).of("score-service").server().at(-500, -480));

        assertThat(times).containsExactly("GET 0 100", "early 10 20", "GET /score 40 60");
    }

    /** Milliseconds after noon. */
    private static List<String> times(SampleSpan... spans) {
        return tree(spans).nodes().stream()
                .map(node -> node.span().orElseThrow().name() + " " + millis(node.start()) + " " + millis(node.end()))
                .toList();
    }

    private static long millis(long nanos) {
        return (nanos - SampleSpan.NOON) / 1_000_000;
    }
}
