package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceSummaryTest {

    /**
     * <pre>
     *   beer-donut-app GET /pair/beer
     *   └─ beer-donut-app GET
     *      └─ score-service GET /match   failed
     * </pre>
     */
    @Test
    void countsSpansErrorsAndServices() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /match")
                        .of("score-service")
                        .id(3)
                        .under(2)
                        .server()
                        .at(3, 4)
                        .failed(),
                SampleSpan.named("GET").id(2).under(1).client().at(2, 5),
                SampleSpan.named("GET /pair/beer").id(1).server().at(1, 6));

        TraceSummary summary = TraceSummary.of(tree);

        assertThat(summary)
                .isEqualTo(new TraceSummary(
                        SampleSpan.hex(1, 16),
                        SampleSpan.NOON + 1_000_000,
                        "beer-donut-app",
                        "GET /pair/beer",
                        5_000_000,
                        3,
                        1,
                        List.of("beer-donut-app", "score-service"),
                        "GET /pair/beer",
                        true));
    }

    /**
     * <pre>
     *   (missing)
     *   └─ score-service GET /match
     * </pre>
     */
    @Test
    void namesTheFirstSpanThereIs_whenTheRootIsMissing() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /match").of("score-service").under(7));

        TraceSummary summary = TraceSummary.of(tree);

        assertThat(summary.rootService()).isEqualTo("score-service");
        assertThat(summary.rootName()).isEqualTo("GET /match");
        assertThat(summary.whole()).isFalse();
    }

    @Test
    void tellsThePathOfTheFirstRequest_thatAServerGot() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("curl /pair/beer").of("workshop").id(1).client(),
                SampleSpan.named("GET /pair/{kind}").id(2).under(1).server().attribute("url.path", "/pair/beer"));

        assertThat(TraceSummary.of(tree).request()).isEqualTo("/pair/beer");
    }

    @Test
    void hasNoRequest_whereNoServerGotOne() {
        TraceTree tree = SampleSpan.tree(SampleSpan.named("INSERT mem:bar.Beer").client());

        assertThat(TraceSummary.of(tree).request()).isEmpty();
    }

    @Test
    void isTheSame_afterItWasWrittenAsJsonAndRead() throws Exception {
        ObjectMapper json = new ObjectMapper();
        TraceSummary summary = TraceSummary.of(SampleSpan.tree(SampleSpan.named("GET /beers")));

        String written = json.writeValueAsString(summary);

        assertThat(json.readValue(written, TraceSummary.class)).isEqualTo(summary);
    }
}
