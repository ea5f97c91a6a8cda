package coach.course.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedMeasurementTest {

    private static final SamplingPlan PLAN = new SamplingPlan(2, 10, 30, 3);

    private final List<String> asked = new ArrayList<>();
    private long now;

    @Test
    void letsTheSidesTakeTurnsAtBeingFirst() throws Exception {
        measurement(10, 1).measure(Claim.atMost(0.25));

        assertThat(asked).startsWith("before", "after", "after", "before", "before", "after", "after", "before");
    }

    @Test
    void asksNoMoreThanABatchInEachStart_whenThatDecides() throws Exception {
        MeasurementOutcome outcome = measurement(10, 1).measure(Claim.atMost(0.25));

        assertThat(outcome.verdict()).isEqualTo(Verdict.PROVEN);
        assertThat(outcome.before().samples()).isEqualTo(3 * 10);
        assertThat(asked).filteredOn("before"::equals).hasSize(3 * (2 + 10));
    }

    @Test
    void triesTwiceMoreWithFreshStarts_whenTheMostDoesNotDecide() throws Exception {
        Simulation onTheLine = new Simulation(new NoisyMachine(100, 50), 1);

        MeasurementOutcome outcome = onTheLine.measurement(PLAN).measure(Claim.atMost(0.5));

        assertThat(outcome.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(outcome.starts()).isEqualTo(9);
        assertThat(onTheLine.freshStarts()).isEqualTo(8);
        assertThat(outcome.before().samples()).isEqualTo((10 + 10 + 30) + 3 * 30 + 3 * 30);
    }

    @Test
    void givesTheSameSamplesTheSameVerdict() {
        MeasurementOutcome once = Simulation.outcome(new NoisyMachine(5, 6), 7, PLAN, Claim.noSlower());

        MeasurementOutcome again = Simulation.outcome(new NoisyMachine(5, 6), 7, PLAN, Claim.noSlower());

        assertThat(again.sentence()).isEqualTo(once.sentence());
    }

    @Test
    void coversEachStartsOwnRatio_whenFewStartsDisagree() {
        List<JvmRun> starts = List.of(start(10, 8), start(10, 13));

        ConfidenceInterval ratio = LatencyRatio.of(starts, 0.005).ratio();

        assertThat(ratio.low()).isLessThan(0.8);
        assertThat(ratio.high()).isGreaterThan(1.3);
    }

    @Test
    void staysInDoubt_whenTwoStartsHappenToAgree() {
        List<JvmRun> starts = List.of(start(10, 10), start(10, 10));

        ConfidenceInterval ratio = LatencyRatio.of(starts, 0.005).ratio();

        assertThat(ratio.low()).isLessThan(0.9);
        assertThat(ratio.high()).isGreaterThan(1.1);
    }

    @Test
    void sharesOneRiskAmongAllLooks() {
        AlphaSpending risk = new AlphaSpending(0.01, 2, 3);

        double all = 2 * (2 * risk.of(false) + risk.of(true));

        assertThat(all).isCloseTo(0.01, offset(1e-12));
    }

    @Test
    void saysWhereTheTimeWent() throws Exception {
        PairedMeasurement measurement = measurement(10, 1);

        measurement.measure(Claim.atMost(0.25));

        assertThat(measurement.measuring()).isEqualTo(Duration.ofMillis(3 * 12 * (10 + 1)));
        assertThat(measurement.starting()).isEqualTo(Duration.ofMillis(2 * 3_000));
    }

    @Test
    void givesNoVerdict_whenAnAnswerIsWrong() {
        PairedMeasurement measurement = new PairedMeasurement(side("before", 10), wrong(), () -> {}, PLAN, () -> now);

        assertThatThrownBy(() -> measurement.measure(Claim.noSlower()))
                .isInstanceOf(IOException.class)
                .hasMessage("after answered 503");
    }

    private PairedMeasurement measurement(long beforeMillis, long afterMillis) {
        return new PairedMeasurement(
                side("before", beforeMillis), side("after", afterMillis), () -> now += 3_000_000_000L, PLAN, () -> now);
    }

    private MeasuredSide side(String name, long millis) {
        return new MeasuredSide() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void request() {
                asked.add(name);
                now += millis * 1_000_000;
            }
        };
    }

    private static MeasuredSide wrong() {
        return new MeasuredSide() {
            @Override
            public String name() {
                return "after";
            }

            @Override
            public void request() throws IOException {
                throw new IOException("after answered 503");
            }
        };
    }

    /** Ten rounds around these, a per cent off here and there. */
    private static JvmRun start(double beforeMillis, double afterMillis) {
        Random random = new Random(1);
        JvmRun start = new JvmRun();
        for (int round = 0; round < 10; round++) {
            start.add(
                    Math.round(beforeMillis * 1e6 * (1 + 0.01 * random.nextDouble())),
                    Math.round(afterMillis * 1e6 * (1 + 0.01 * random.nextDouble())));
        }
        return start;
    }
}
