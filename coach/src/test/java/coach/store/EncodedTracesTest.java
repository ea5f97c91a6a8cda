package coach.store;

import static org.assertj.core.api.Assertions.assertThat;

import coach.trace.Origin;
import coach.trace.SampleSpan;
import coach.trace.Trace;
import org.junit.jupiter.api.Test;

class EncodedTracesTest {

    private static final long YEAR_2500 = 9_223_372_036_854_775_807L + 7_500_000_000_000_000_000L;

    private final TraceStore store = new TraceStore();

    @Test
    void comeNewestFirst_inWhateverOrderTheyArrived() {
        keep(SampleSpan.named("middle").trace(2).at(20, 30));
        keep(SampleSpan.named("last").trace(3).at(30, 31));
        keep(SampleSpan.named("first").trace(1).at(10, 90));

        assertThat(store.encoded()).extracting(EncodedTracesTest::name).containsExactly("last", "middle", "first");
    }

    @Test
    void areAsNewAsTheSpanThatStartedLast() {
        keep(SampleSpan.named("grows").trace(1).at(10, 90));
        keep(SampleSpan.named("done").trace(2).at(20, 30));
        keep(SampleSpan.named("grows on").trace(1).id(2).at(40, 50));

        assertThat(store.encoded()).extracting(EncodedTracesTest::name).containsExactly("grows", "done");
    }

    @Test
    void areNewestWhenTheirTimeIsBeyondWhatIsSigned() {
        keep(SampleSpan.named("now").trace(1));
        keep(SampleSpan.named("far").trace(2).atNanos(YEAR_2500, YEAR_2500));

        assertThat(store.encoded()).extracting(EncodedTracesTest::name).containsExactly("far", "now");
    }

    @Test
    void sayWhoMadeThem_withoutBeingDecoded() {
        keep(SampleSpan.named("GET /pair/beer"));
        keep(SampleSpan.named("GET /score").id(2).of("score-service"));

        assertThat(store.encoded().get(0).origins())
                .extracting(Origin::service)
                .containsExactlyInAnyOrder("beer-donut-app", "score-service");
    }

    private void keep(SampleSpan span) {
        Trace trace = SampleSpan.trace(span);
        store.add(trace.toOtlp().getResourceSpansList());
    }

    private static String name(EncodedTrace trace) {
        return trace.decoded().spans().get(0).name();
    }
}
