package coach.course.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasurementOutcomeTest {

    @Test
    void saysWhatWasSeenAndWhatWasClaimed() {
        String sentence =
                outcome(Claim.atMost(0.25), comparison(0.049, 0.054), 30).sentence();

        assertThat(sentence)
                .isEqualTo("before usually takes 462 ms, after 24 ms: 19 times as quick. At least 4 times as quick was"
                        + " expected." + System.lineSeparator() + "p50 before 462 ms (p95 462), after 24 ms (p95 24);"
                        + " ratio 0.052 (0.049 to 0.054), claimed at most 0.25: proven");
    }

    @Test
    void saysThatItCannotTell() {
        MeasurementOutcome outcome = outcome(Claim.atLeast(20), comparison(18, 25), 12);

        assertThat(outcome.passes()).isFalse();
        assertThat(outcome.sentence())
                .endsWith("claimed at least 20: inconclusive, the claim lies inside the interval"
                        + " even after 12 requests of each in 4 fresh starts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.049 | 0.054 | 0.25 | 19 times as quick. At least 4 times as quick was expected.
            0.30  | 0.35  | 0.25 | 3.1 times as quick. At least 4 times as quick was expected.
            0.20  | 0.28  | 0.25 | 4.2 times as quick. At least 4 times as quick was expected: too close to tell.
            """)
    void beginsWithAPlainSentence_aboutAnImprovement(double low, double high, double claimed, String plain) {
        String first = firstLine(outcome(Claim.atMost(claimed), comparison(low, high), 30));

        assertThat(first).isEqualTo("before usually takes 462 ms, after 24 ms: " + plain);
    }

    @Test
    void beginsWithAPlainSentence_aboutTwoThingsThatDiffer() {
        assertThat(firstLine(outcome(Claim.atLeast(20), comparison(33.3, 84.6), 30)))
                .endsWith(": 53 times as long. At least 20 times as long was expected.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.90 | 1.10 | about as long. No slower, as was expected.
            1.10 | 1.40 | 1.2 times as long. It should be no slower: too close to tell.
            1.50 | 1.70 | 1.6 times as long. That is slower, and it should not be.
            """)
    void beginsWithAPlainSentence_aboutWhatShouldBeNoSlower(double low, double high, String plain) {
        ConfidenceInterval difference = times(462e6, new ConfidenceInterval(low - 1, low - 1, high - 1));
        LatencyRatio seen = new LatencyRatio(new ConfidenceInterval(Math.sqrt(low * high), low, high), difference);

        assertThat(firstLine(outcome(Claim.noSlower(), seen, 30))).endsWith(": " + plain);
    }

    private static String firstLine(MeasurementOutcome outcome) {
        return outcome.sentence().lines().findFirst().orElseThrow();
    }

    @Test
    void leavesTheP95Out_whereThereAreTooFewSamplesForIt() {
        assertThat(latencies("before", 462, 19).p95Nanos()).isEmpty();
        assertThat(new LatencySamples(
                                "before",
                                IntStream.rangeClosed(1, 20).asDoubleStream().toArray())
                        .p95Nanos())
                .hasValue(19);
    }

    @ParameterizedTest(name = "{0} to {1} of {2} ms")
    @CsvSource({
        "0.90, 1.20, 100, PROVEN",
        "1.10, 1.40, 100, INCONCLUSIVE",
        "1.30, 1.80, 100, REFUTED",
        "1.30, 1.80, 1,   PROVEN",
        "1.30, 1.80, 2,   INCONCLUSIVE",
        "1.50, 1.70, 5,   REFUTED"
    })
    void findsASideNoSlower_byTheRatioOrByTheMillisecond(double low, double high, double before, Verdict expected) {
        ConfidenceInterval difference =
                times(before * 1e6, new ConfidenceInterval((low + high) / 2 - 1, low - 1, high - 1));
        LatencyRatio seen = new LatencyRatio(new ConfidenceInterval((low + high) / 2, low, high), difference);

        assertThat(Claim.noSlower().verdict(seen)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"0.05, 0.25, PROVEN", "0.05, 0.26, INCONCLUSIVE", "0.26, 0.30, REFUTED"})
    void decidesAtMost(double low, double high, Verdict expected) {
        assertThat(Claim.atMost(0.25).verdict(comparison(low, high))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"20, 30, PROVEN", "19, 30, INCONCLUSIVE", "15, 19.9, REFUTED"})
    void decidesAtLeast(double low, double high, Verdict expected) {
        assertThat(Claim.atLeast(20).verdict(comparison(low, high))).isEqualTo(expected);
    }

    private static MeasurementOutcome outcome(Claim claim, LatencyRatio seen, int samples) {
        return new MeasurementOutcome(
                claim.verdict(seen),
                claim,
                latencies("before", 462, samples),
                latencies("after", 24, samples),
                seen,
                4);
    }

    private static LatencyRatio comparison(double low, double high) {
        return new LatencyRatio(
                new ConfidenceInterval(Math.sqrt(low * high) + 1e-4, low, high), new ConfidenceInterval(0, -1, 1));
    }

    private static LatencySamples latencies(String name, double millis, int samples) {
        double[] nanos = new double[samples];
        Arrays.fill(nanos, millis * 1e6);
        return new LatencySamples(name, nanos);
    }

    private static ConfidenceInterval times(double factor, ConfidenceInterval interval) {
        return new ConfidenceInterval(factor * interval.value(), factor * interval.low(), factor * interval.high());
    }
}
