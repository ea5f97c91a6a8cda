package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;

class ActiveIntervalsTest {

    /** Times are "start-end" in milliseconds. */
    @ParameterizedTest
    @CsvSource({
        "0-2 2-4 4-6,     1, 6000000, 1",
        "0-2 3-5 6-8,     1, 6000000, 3",
        "0-4 1-5 4-8,     2, 8000000, 1",
        "0-9 1-2 3-4,     2, 9000000, 1",
        "0-5 0-5 0-5,     3, 5000000, 1",
        "1-1 1-1 1-1,     1, 0,       1",
        "5-3 6-7 8-9,     1, 2000000, 3"
    })
    void knowsWhenSomethingRanAndHowManyAtOnce(String times, int atOnce, long nanos, int intervals) {
        ActiveIntervals active =
                ActiveIntervals.of(SampleSpan.tree(spans(times.split(" "))).nodes());

        assertThat(active.atOnce()).isEqualTo(atOnce);
        assertThat(active.nanos()).isEqualTo(nanos);
        assertThat(active.intervals()).hasSize(intervals);
    }

    private static SampleSpan[] spans(String[] times) {
        SampleSpan[] spans = new SampleSpan[times.length];
        for (int i = 0; i < times.length; i++) {
            String[] fromTo = times[i].split("-");
            spans[i] =
                    SampleSpan.named("GET").id(i + 1).at(Double.parseDouble(fromTo[0]), Double.parseDouble(fromTo[1]));
        }
        return spans;
    }
}
