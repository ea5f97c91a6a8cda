package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class ComparisonSummaryTest {

    private static final String MEASURE = " One run of each is no measurement; this is: ./workshop measure";

    @Test
    void saysWhatBecameOfALoopOfQueries() {
        TraceTree b = get(2, 71, query(2, "select * from beer", 1, 3), query(3, "select * from donut", 4, 6));

        assertThat(sentence(SampleComparison.pair(1, 80), b))
                .startsWith("162 SELECT became 2, −401 ms; 1 INTERNAL SELECT beerdonut.menu.Beer became 0, −3.0 ms; ")
                .endsWith(" In all, 462 ms became 71.0 ms, −391 ms.");
    }

    @Test
    void saysWhatACacheSpared() {
        TraceTree a = get(1, 9, query(2, "select * from beer", 1, 3.5), query(3, "select * from donut", 4, 6.5));
        TraceTree b = get(
                2,
                4,
                named("GET")
                        .client()
                        .attribute("db.system", "redis")
                        .attribute("db.statement", "GET beer:ipa")
                        .id(2)
                        .at(1, 1.6));

        assertThat(sentence(a, b))
                .isEqualTo(
                        "2 SELECT became 0, −5.0 ms; 1 Redis GET appeared, +0.60 ms. In all, 9.0 ms became 4.0 ms, −5.0 ms.");
    }

    @Test
    void saysThatAServiceIsNew() {
        TraceTree a = get(1, 9);
        TraceTree b = get(
                2,
                19,
                named("GET").id(2).client().at(1, 11),
                named("GET /match").id(3).under(2).of("score-service").server().at(3, 9));

        assertThat(sentence(a, b))
                .isEqualTo(
                        "score-service is new in B; 1 SERVER GET /match appeared, +6.0 ms; 1 CLIENT GET appeared, +10.0 ms. "
                                + "In all, 9.0 ms became 19.0 ms, +10.0 ms.");
        assertThat(sentence(b, a)).startsWith("score-service is gone in B; 1 SERVER GET /match became 0, −6.0 ms; ");
    }

    @Test
    void says_whenTheCallsAreTheSame_thatOneRunIsNoMeasurement() {
        TraceTree a = get(1, 9, query(2, "select * from beer", 1, 3));
        TraceTree b = get(2, 11, query(2, "select * from beer", 1, 4.5));

        assertThat(sentence(a, b))
                .isEqualTo("Both make the same calls, each as often. B took 2.0 ms longer, 11.0 ms instead of 9.0 ms; "
                        + "the greatest difference lies in SELECT itself, +1.5 ms." + MEASURE);
    }

    @Test
    void saysThatNothingDiffers() {
        assertThat(sentence(get(1, 9), get(2, 9)))
                .isEqualTo("Both make the same calls, each as often. Both took 9.0 ms." + MEASURE);
    }

    @Test
    void saysThatCallsHaveMoved() {
        TraceTree a = get(1, 9, named("x").id(2), named("y").id(3));
        TraceTree b = get(2, 9, named("x").id(2), named("y").id(3).under(2));

        assertThat(sentence(a, b))
                .startsWith("Both make the same calls, each as often, but not all at the same place. ");
    }

    @Test
    void saysThatOnlyTheRootsDiffer() {
        TraceTree b = tree(named("GET /b").trace(2).server().at(0, 9));

        assertThat(sentence(get(1, 9), b))
                .startsWith("Beneath different roots, both make the same calls, each as often. ");
    }

    @Test
    void saysThatStatementsAreOthers_whenThereAreAsMany() {
        TraceTree a = get(1, 9, query(2, "select * from beer", 1, 3), query(3, "select * from donut", 4, 6));
        TraceTree b = get(2, 9, query(2, "select * from beer", 1, 3), query(3, "select id from donut", 4, 5));

        assertThat(sentence(a, b)).startsWith("1 of 2 SELECT is another one in B, −1.0 ms. In all, both took 9.0 ms.");
    }

    @Test
    void saysWhereErrorsAppeared() {
        TraceTree b = get(2, 9, named("x").id(2).failed());

        assertThat(sentence(get(1, 9, named("x").id(2)), b))
                .startsWith("1 error appeared: INTERNAL x. Both make the same calls");
    }

    @Test
    void saysThatErrorsAreGone() {
        TraceTree a = get(1, 9, named("x").id(2).failed(), named("x").id(3).failed());

        assertThat(sentence(a, get(2, 9, named("x").id(2), named("x").id(3))))
                .startsWith("2 errors became 0: INTERNAL x. ");
    }

    @Test
    void saysThatErrorsAreOthers() {
        TraceTree a = get(1, 9, named("x").id(2).failed(), named("y").id(3));
        TraceTree b = get(2, 9, named("x").id(2), named("y").id(3).failed());

        assertThat(sentence(a, b)).startsWith("1 error in each, but not the same: INTERNAL x, INTERNAL y. ");
    }

    @Test
    void saysThatSpansAreMissing() {
        TraceTree b = tree(named("x").trace(2).id(2).under(1));

        assertThat(sentence(get(1, 9, named("x").id(2)), b))
                .endsWith(" B is not whole: spans are missing. If they are still to come, compare again.");
    }

    @Test
    void saysThatItIsOneTrace() {
        assertThat(sentence(get(1, 9), get(1, 9))).startsWith("A and B are the same trace. ");
    }

    @Test
    void sumsUpWhatIsTooMuchToSay() {
        SampleSpan[] spans = {
            named("a").id(2),
            named("b").id(3),
            named("c").id(4),
            named("d").id(5),
            named("e").id(6)
        };

        assertThat(sentence(get(1, 9), get(2, 9, spans)))
                .contains("1 INTERNAL c appeared, +1.0 ms; and 2 other kinds of call changed. ");
    }

    @Test
    void isPrintable_whateverTheNames() {
        TraceTree b =
                get(2, 9, named("\u001b[31m\u202e<script>\n" + "x".repeat(500)).id(2));

        String sentence = sentence(get(1, 9), b);

        assertThat(sentence)
                .contains("\\u001b[31m\\u202e<script>")
                .doesNotContain("\u001b", "\u202e", "\n")
                .hasSizeLessThan(200);
    }

    private static SampleSpan query(long id, String sql, double start, double end) {
        return named("query").id(id).statement(sql).at(start, end);
    }

    /** GET /a from 0 on, with these beneath it unless they say otherwise. */
    private static TraceTree get(long trace, double millis, SampleSpan... beneath) {
        List<SampleSpan> spans = new ArrayList<>(
                List.of(named("GET /a").trace(trace).id(1).server().at(0, millis)));
        for (SampleSpan span : beneath) {
            boolean placed = span.span().parentId().isPresent();
            spans.add(placed ? span.trace(trace) : span.trace(trace).under(1));
        }
        return tree(spans.toArray(SampleSpan[]::new));
    }

    private static String sentence(TraceTree a, TraceTree b) {
        return ComparisonSummary.of(TraceComparison.of(a, b, Optional.of("./workshop measure")));
    }
}
