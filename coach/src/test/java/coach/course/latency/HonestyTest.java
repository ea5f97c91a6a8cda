package coach.course.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Counts how often the method is wrong, on samples whose truth is known: made-up ones, and recorded ones of identical
 * bars.
 */
class HonestyTest {

    private static final long ONE_OF_A_HUNDRED = Trials.DRAWS / 100;
    private static final long ONE_OF_TWENTY = Trials.DRAWS / 20;
    private static final long NINETY_NINE_OF_A_HUNDRED = Trials.DRAWS - ONE_OF_A_HUNDRED;

    private static final long NINETEEN_OF_TWENTY = Trials.DRAWS * 19 / 20;
    // As short answers need it: their requests differ more than their starts.
    private static final SamplingPlan WELL_SAMPLED = new SamplingPlan(0, 40, 80, 3);

    /** Gives the sources of samples, for a given true ratio of after to before. */
    static Stream<Arguments> sources() throws IOException {
        Recording recording = Recording.ofIdenticalBars();
        List<JvmRun> beer = recording.of("/beer/ipa");
        List<JvmRun> pair = recording.of("/pair/beer?name=ipa");
        return Stream.of(
                source("noisy, 2 starts", 2, ratio -> new NoisyMachine(5, 5 * ratio)),
                source("noisy, 3 starts", 3, ratio -> new NoisyMachine(5, 5 * ratio)),
                source("recorded beer, 3 starts", 3, ratio -> new RecordedBars(beer, ratio)),
                source("recorded pair, 2 starts", 2, ratio -> new RecordedBars(pair, ratio)),
                slow("noisy, slow, 1 start", 1, ratio -> new NoisyMachine(450, 450 * ratio)),
                slow("recorded pair, slow, 1 start", 1, ratio -> new RecordedBars(pair, ratio)),
                slow("recorded pair, slow, 2 starts", 2, ratio -> new RecordedBars(pair, ratio)));
    }

    private static Arguments source(String name, int starts, DoubleFunction<Simulation.Source> source) {
        return argumentSet(name, source, new SamplingPlan(0, 10, 20, starts));
    }

    /** As a check and the proof sample what takes half a second, with a look after three rounds. */
    private static Arguments slow(String name, int starts, DoubleFunction<Simulation.Source> source) {
        return argumentSet(name, source, new SamplingPlan(0, 3, 6, 18, starts));
    }

    /** A proof of at most 0.25, 0.5 or 0.9 is also one of at most 1, so this counts the wrong proofs of all of them. */
    @ParameterizedTest
    @MethodSource("sources")
    void callsNoDifferenceAnImprovement_inAtMostOneOfAHundredDraws(
            DoubleFunction<Simulation.Source> source, SamplingPlan plan) {
        Trials identical = new Trials(() -> source.apply(1), plan);

        long improvements = identical.proven(Claim.atMost(1));

        assertThat(improvements).isLessThanOrEqualTo(ONE_OF_A_HUNDRED);
    }

    @ParameterizedTest
    @MethodSource("sources")
    void findsATrueFourTimes_inAtLeastNinetyNineOfAHundredDraws(
            DoubleFunction<Simulation.Source> source, SamplingPlan plan) {
        Trials fourTimes = new Trials(() -> source.apply(0.25), plan);

        long found = fourTimes.proven(Claim.atMost(0.5));

        assertThat(found).isGreaterThanOrEqualTo(NINETY_NINE_OF_A_HUNDRED);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "2, 2.3"})
    void provesNoSlower_whereNothingIs(double beforeMillis, double afterMillis) {
        Trials same = new Trials(() -> new NoisyMachine(beforeMillis, afterMillis), WELL_SAMPLED);

        long proven = same.proven(Claim.noSlower());

        assertThat(proven).isGreaterThanOrEqualTo(NINETEEN_OF_TWENTY);
    }

    @Test
    void provesNoSlower_onABusyMachine() {
        Trials same = new Trials(() -> NoisyMachine.busy(4, 4), new SamplingPlan(20, 60, 150, 450, 2), 100);

        long proven = same.proven(Claim.noSlower());

        assertThat(proven).isGreaterThanOrEqualTo(95);
    }

    @Test
    void refutesNoSlower_whereARequestTakesThreeFifthsMore() {
        Trials slower = new Trials(() -> new NoisyMachine(5, 8), WELL_SAMPLED);

        long refuted = slower.refuted(Claim.noSlower());

        assertThat(refuted).isGreaterThanOrEqualTo(NINETEEN_OF_TWENTY);
    }

    @Test
    void provesNoSlower_inAtMostOneOfTwentyDraws_whereARequestTakesJustTooLong() {
        Trials justTooSlow = new Trials(() -> new NoisyMachine(5, 6.26), new SamplingPlan(0, 20, 20, 2));

        long proven = justTooSlow.proven(Claim.noSlower());

        assertThat(proven).isLessThanOrEqualTo(ONE_OF_TWENTY);
    }

    @Test
    void passesNothing_whereTheTruthIsTheClaimItself() {
        Trials onTheLine = new Trials(() -> new NoisyMachine(100, 50), new SamplingPlan(0, 10, 20, 2));

        long inconclusive = onTheLine.count(
                Claim.atMost(0.5), outcome -> outcome.verdict() == Verdict.INCONCLUSIVE && !outcome.passes());

        assertThat(inconclusive).isGreaterThanOrEqualTo(NINETY_NINE_OF_A_HUNDRED - ONE_OF_A_HUNDRED);
    }
}
