package coach.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coach.trial.SkippedTest.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class JudgeTest {

    /** A step 02 whose tests need no bar. */
    @StepTest
    static class ToyStep {

        @Test
        @Order(1)
        @HoldsUntil(3)
        void holdsUntilTheNextStep(Trial trial) {}

        @Test
        @Order(2)
        void holdsToTheEnd(Trial trial) {
            assertThat(trial.file("broken")).isEmpty();
        }

        @Test
        @ByHand
        @Order(3)
        void isAboutTheHalfByHand(Trial trial) {}

        @Test
        @Order(4)
        @HoldsUntil(7)
        void holdsForLong(Trial trial) {}
    }

    private static Trial trial(int state, boolean byHand) {
        return new Trial(state, byHand, null, () -> null, new TreeMap<>(), Trial.Care.CHECK);
    }

    private static Trial brokenTrial(int state) {
        TreeMap<String, Path> files = new TreeMap<>();
        files.put("broken", Path.of("broken"));
        return new Trial(state, false, null, () -> null, files, Trial.Care.CHECK);
    }

    private static List<String> run(Trial trial) {
        return new Judge(trial, judged -> {})
                .run(ToyStep.class.getName()).stream().map(Judged::sentence).toList();
    }

    @Test
    void asksAll_atTheStepItself() {
        assertThat(run(trial(2, false)))
                .containsExactly("holds until the next step", "holds to the end", "holds for long");
    }

    @Test
    void saysWhatNoLongerHolds_whenTheCodeHasGoneOn() {
        Trial trial = trial(7, false);

        assertThat(run(trial)).containsExactly("holds to the end");

        assertThat(trial.skipped())
                .filteredOn(test -> test.reason() == Reason.NO_LONGER_HOLDS)
                .extracting(SkippedTest::sentence, SkippedTest::why)
                .containsExactly(
                        tuple("holds until the next step", "holds up to step 02; this code is at step 07"),
                        tuple("holds for long", "holds up to step 06; this code is at step 07"));
    }

    @Test
    void saysWhatIsAboutTheOtherHalf() {
        Trial whole = trial(2, false);
        Trial byHand = trial(7, true);
        run(whole);

        assertThat(run(byHand)).containsExactly("is about the half by hand");

        assertThat(whole.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .containsExactly(tuple("is about the half by hand", Reason.OTHER_HALF));
        assertThat(byHand.skipped()).hasSize(3).allMatch(test -> test.reason() == Reason.OTHER_HALF);
    }

    @Test
    void saysWhatHasNotRun_afterOneThatDidNotPass() {
        Trial trial = brokenTrial(2);

        assertThat(run(trial)).containsExactly("holds until the next step", "holds to the end");

        assertThat(trial.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .contains(tuple("holds for long", Reason.EARLIER_FAILURE));
    }
}
