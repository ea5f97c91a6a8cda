package traces.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.trace.v1.TracesData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.SpanOrigin;

class EncodedTracesTest {

    private static final long NOON_MILLIS = SampleSpan.NOON / 1_000_000;

    private final TraceStore store = new TraceStore();

    @Test
    void areDecodedToWhatWasKept() {
        keep(SampleSpan.named("GET /beers").trace(1));
        keep(SampleSpan.named("GET /donuts").trace(2));

        assertThat(store.encoded())
                .extracting(trace -> trace.decoded().spans().get(0).name())
                .containsExactlyInAnyOrder("GET /beers", "GET /donuts");
    }

    /** Four origins by turns: each is written once, with all of its spans. */
    @Test
    void areWrittenAsTheirDecodedSpansAre() throws Exception {
        for (int i = 1; i <= 9; i++) {
            SampleSpan span = SampleSpan.named("n" + i)
                    .id(i)
                    .of(i % 3 == 0 ? "app" : "scores")
                    .instance("" + i % 2);
            store.add(SampleSpan.trace(span).toOtlp().getResourceSpansList());
        }

        EncodedTrace trace = store.encoded().get(0);

        assertThat(TracesData.parseFrom(trace.toOtlp()))
                .isEqualTo(trace.decoded().toOtlp());
        assertThat(trace.decoded().toOtlp().getResourceSpansList()).hasSize(4);
    }

    /** Spans start 10 and 40 ms after noon; the times are milliseconds after noon. */
    @ParameterizedTest
    @CsvSource({"9,", "10, 10", "39, 10", "40, 40", "1000, 40"})
    void sayWhenTheirLastSpanStarted(long until, Long expected) {
        keep(SampleSpan.named("late").at(40, 50));
        keep(SampleSpan.named("early").id(2).at(10, 90));

        long latest = store.encoded().get(0).latestStart(NOON_MILLIS + until);

        assertThat(latest).isEqualTo(expected == null ? -1 : NOON_MILLIS + expected);
    }

    @Test
    void knowTimesBeyondWhatIsSigned() {
        keep(SampleSpan.named("far").atNanos(-1, -1));

        assertThat(store.encoded().get(0).latestStart(Long.MAX_VALUE)).isEqualTo(18_446_744_073_709L);
    }

    @Test
    void sayWhoMadeThem_withoutBeingDecoded() {
        keep(SampleSpan.named("GET /pair/beer"));
        keep(SampleSpan.named("GET /score").id(2).of("score-service"));

        assertThat(store.encoded().get(0).origins())
                .extracting(SpanOrigin::service)
                .containsExactlyInAnyOrder("beer-donut-app", "score-service");
    }

    private void keep(SampleSpan span) {
        store.add(SampleSpan.trace(span).toOtlp().getResourceSpansList());
    }
}
