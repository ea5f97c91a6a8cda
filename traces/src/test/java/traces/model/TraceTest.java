package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static traces.model.SampleSpan.named;

import io.opentelemetry.proto.trace.v1.TracesData;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void isTheSameAgain_afterItWasInOtlpsForm() throws Exception {
        Trace trace = SampleSpan.trace(
                named("SELECT beer").id(2).under(1).statement("select 1"),
                named("GET /beers").id(1).server().failed("boom"),
                named("GET /score")
                        .id(4)
                        .under(3)
                        .of("score-service")
                        .instance("b")
                        .threw("IOException", "gone"));

        TracesData sent = TracesData.parseFrom(trace.toOtlp().toByteArray());

        assertThat(Trace.of(sent)).containsExactly(trace);
    }

    /** Spans of two services take turns: OTLP says each service once, so each one's stand together. */
    @Test
    void putsTheSpansOfOneOriginTogether_inOtlpsForm() {
        Trace trace = SampleSpan.trace(
                named("a1").id(1).of("a"),
                named("b1").id(2).of("b"),
                named("a2").id(3).of("a"),
                named("b2").id(4).of("b"));

        TracesData otlp = trace.toOtlp();

        assertThat(otlp.getResourceSpansList())
                .extracting(ofResource -> ofResource.getScopeSpans(0).getSpansCount())
                .containsExactly(2, 2);
    }

    @Test
    void isOneOfSeveral_whenTheDataHoldsMore() {
        TracesData one =
                SampleSpan.trace(named("a").trace(1), named("b").trace(1).id(2)).toOtlp();
        TracesData other = SampleSpan.trace(named("c").trace(2)).toOtlp();

        List<Trace> traces =
                Trace.of(one.toBuilder().mergeFrom(other).mergeFrom(one).build());

        assertThat(traces).extracting(trace -> trace.spans().size()).containsExactly(4, 1);
    }

    @Test
    void namesItsServicesInTheOrderOfTheirSpans() {
        Trace trace = SampleSpan.trace(
                named("b").of("score-service"),
                named("a").id(2).of("app"),
                named("c").id(3).of("score-service"));

        assertThat(trace.services()).containsExactly("score-service", "app");
    }

    @Test
    void isNothingWithoutSpans() {
        assertThatThrownBy(() -> new Trace("abc", List.of())).hasMessage("a trace without spans: abc");
    }
}
