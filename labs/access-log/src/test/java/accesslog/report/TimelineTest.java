package accesslog.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final long SECOND = 1_000_000_000L;
    private final Timeline timeline = new Timeline();

    @Test
    void countsPerSecond_whenStampsGoBack() {
        timeline.add(100 * SECOND, SECOND / 2);
        timeline.add(102 * SECOND, 0);
        timeline.add(102 * SECOND + 5, 0);
        timeline.add(99 * SECOND + 999, SECOND);

        assertThat(timeline.rates(10)).containsExactly(1, 1, 0, 2);
        assertThat(timeline.busy(10)).containsExactly(1, 0.5, 0, 0);
        assertThat(timeline.start()).isEqualTo(99);
        assertThat(timeline.end()).isEqualTo(103);
    }

    @Test
    void losesNothing_whenADayBecomesAYear() {
        for (int day = 365; day >= 0; day--) {
            timeline.add(day * 86_400 * SECOND, 0);
        }

        double total = Arrays.stream(timeline.rates(4_096)).sum() * timeline.cellSeconds();
        assertThat(total).isEqualTo(366);
        assertThat(timeline.cellSeconds()).isEqualTo(8_192);
    }

    @Test
    void addsUp_whenWidthsDiffer() {
        Timeline other = new Timeline();
        timeline.add(10 * SECOND, 0);
        other.add(11 * SECOND, 0);
        other.add(20_000 * SECOND, 0);

        timeline.addAll(other);

        assertThat(Arrays.stream(timeline.rates(4_096)).sum() * timeline.cellSeconds())
                .isEqualTo(3);
    }

    @Test
    void drawsTheHighestFull_andTheLowestVisible() {
        assertThat(Plot.lines(new double[] {0, 0.001, 1, 2})).containsExactly("   █", "   █", "  ██", " ▁██");
    }
}
