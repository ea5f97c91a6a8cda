package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class UntracedGapTest {

    private static final SampleSpan REQUEST =
            named("GET /pair/beer").id(1).server().at(0, 400);
    private static final String ADVICE =
            " If it comes again, switch on more of the agent's instrumentation, or put a span of your own around what is done.";

    /**
     * <pre>
     *   GET /pair/beer    0 ├──────────────────────────────┤ 400
     *   ├─ SELECT Beer      10 ├─┤ 20
     *   └─ SELECT Tasting        30 ├─┤ 40
     * </pre>
     */
    @Test
    void saysFromWhenToWhenNothingIsTraced() {
        TraceTree tree = tree(
                REQUEST,
                named("SELECT Beer").id(2).under(1).at(10, 20),
                named("SELECT Tasting").id(3).under(1).at(30, 40));

        assertThat(sentences(tree))
                .containsExactly(
                        "For 360 ms, 90 % of the trace, nothing is traced beneath GET /pair/beer (beer-donut-app): "
                                + "from 40.0 ms to 400 ms." + ADVICE);
    }

    /**
     * <pre>
     *   GET /pair/beer    0 ├──────────────────────────────┤ 400
     * </pre>
     */
    @Test
    void saysThatASpanIsAlone() {
        assertThat(sentences(tree(REQUEST)))
                .containsExactly(
                        "GET /pair/beer (beer-donut-app) takes 400 ms, 100 % of the trace, and nothing is traced beneath it."
                                + ADVICE);
    }

    @ParameterizedTest
    @CsvSource({"4.9, 4.9, 0", "5, 5, 1", "5, 25, 1", "5, 26, 0", "100, 400, 1", "79, 400, 0"})
    void isThere_whenItIsAFifthOfTheTraceAndFiveMilliseconds(double gap, double whole, int findings) {
        TraceTree tree = tree(
                named("GET /beers").id(1).server().at(0, whole),
                named("GET").id(2).under(1).client().at(gap, whole));

        assertThat(UntracedGap.in(tree)).hasSize(findings);
    }

    @ParameterizedTest
    @EnumSource(
            value = SpanKind.class,
            names = {"SPAN_KIND_CLIENT", "SPAN_KIND_PRODUCER"})
    void isNoGap_whatSomebodyElseDoes(SpanKind kind) {
        assertThat(sentences(tree(named("elsewhere").id(1).kind(kind).at(0, 400))))
                .isEmpty();
    }

    @Test
    void isNoGap_whatADatabaseDoes() {
        TraceTree tree = tree(named("SELECT").id(1).at(0, 400).attribute("db.system", "h2"));

        assertThat(sentences(tree)).isEmpty();
    }

    /**
     * <pre>
     *   GET /pair/beer    0 ├──────────────────────────────┤ 400
     *   └─ start           0 ├┤ 5
     *      └─ work            5 ├─────────────────────────┤ 395     outlives its parent
     *         └─ GET          5 ├─────────────────────────┤ 395     a call
     * </pre>
     */
    @Test
    void isNoGap_whatAGrandchildCovers() {
        TraceTree tree = tree(
                REQUEST,
                named("start").id(2).under(1).at(0, 5),
                named("work").id(3).under(2).at(5, 395),
                named("GET").id(4).under(3).client().at(5, 395));

        assertThat(sentences(tree)).isEmpty();
    }

    /**
     * <pre>
     *   GET /pair/beer    0 ├──────────────────────────────┤ 400
     *   ├─ best            0 ├─────────────┤ 200
     *   └─ best                           200 ├────────────┤ 400
     * </pre>
     */
    @Test
    void isFoundOnce_whenSeveralAreAlike() {
        TraceTree tree = tree(
                REQUEST,
                named("best").id(2).under(1).at(0, 190),
                named("best").id(3).under(1).at(190, 400));

        assertThat(sentences(tree))
                .containsExactly(
                        "best (beer-donut-app) takes 210 ms, 53 % of the trace, and nothing is traced beneath it. "
                                + "It is the longest of 2 alike." + ADVICE);
    }

    /** What a missing span did is missing too. */
    @Test
    void isNotFound_inAPlaceholder() {
        TraceTree tree = tree(
                named("GET").id(1).under(9).client().at(0, 5),
                named("GET").id(2).under(9).client().at(395, 400));

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isAboutTheLongest_first() {
        TraceTree tree = tree(
                REQUEST,
                named("best").id(2).under(1).at(0, 190),
                named("best").id(3).under(1).at(190, 400));

        assertThat(UntracedGap.in(tree)
                        .get(0)
                        .nodes()
                        .get(0)
                        .span()
                        .orElseThrow()
                        .id())
                .endsWith("3");
    }

    private static List<String> sentences(TraceTree tree) {
        return UntracedGap.in(tree).stream().map(Finding::sentence).toList();
    }
}
