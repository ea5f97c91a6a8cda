package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    /** Two that overlap, then one alone: the one that begins first ends last of the two. */
    @Test
    void tellsCallsAtOnceFromThoseOneAfterAnother() {
        Exchange outer = begun();
        Exchange inner = ended(begun());
        ended(outer);
        Exchange alone = ended(begun());
        List<Exchange> calls = new ArrayList<>(List.of(outer, inner, alone));
        calls.sort(Comparator.comparingLong(Exchange::start));

        Timeline timeline = Timeline.of(calls);

        assertThat(timeline).isEqualTo(new Timeline(1, 2, outer.nanos() + alone.nanos()));
    }

    private static Exchange begun() {
        Attribution unknown = new Attribution(Attribution.Certainty.UNKNOWN, List.of());
        return Exchange.begin(1, "bar:80", unknown, System.nanoTime());
    }

    private static Exchange ended(Exchange exchange) {
        exchange.answer().add(ByteBuffer.wrap(new byte[] {1}));
        return exchange;
    }
}
