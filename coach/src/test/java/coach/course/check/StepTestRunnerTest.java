package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coach.course.check.SkippedTest.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

class StepTestRunnerTest {

    /** A step 02 whose tests need no bar. */
    @StepTest
    static class ToyStep {

        @Test
        @Order(1)
        @HoldsUntil(3)
        void holdsUntilTheNextStep(StepContext trial) {}

        @Test
        @Order(2)
        void holdsToTheEnd(StepContext trial) {
            assertThat(trial.file("broken")).isEmpty();
        }

        @Test
        @ByHand
        @Order(3)
        void isAboutTheHalfByHand(StepContext trial) {}

        @Test
        @Order(4)
        @HoldsUntil(7)
        void holdsForLong(StepContext trial) {}
    }

    private static StepContext trial(int state, boolean byHand) {
        return new StepContext(state, byHand, null, () -> null, new TreeMap<>(), StepContext.Care.CHECK);
    }

    private static StepContext brokenTrial(int state) {
        TreeMap<String, Path> files = new TreeMap<>();
        files.put("broken", Path.of("broken"));
        return new StepContext(state, false, null, () -> null, files, StepContext.Care.CHECK);
    }

    private static List<String> run(StepContext trial) {
        return new StepTestRunner(trial, judged -> {})
                .run(ToyStep.class.getName()).stream()
                        .map(StepTestResult::sentence)
                        .toList();
    }

    @Test
    void asksAll_atTheStepItself() {
        assertThat(run(trial(2, false)))
                .containsExactly("holds until the next step", "holds to the end", "holds for long");
    }

    @Test
    void saysWhatNoLongerHolds_whenTheCodeHasGoneOn() {
        StepContext trial = trial(7, false);

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
        StepContext whole = trial(2, false);
        StepContext byHand = trial(7, true);
        run(whole);

        assertThat(run(byHand)).containsExactly("is about the half by hand");

        assertThat(whole.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .containsExactly(tuple("is about the half by hand", Reason.OTHER_HALF));
        assertThat(byHand.skipped()).hasSize(3).allMatch(test -> test.reason() == Reason.OTHER_HALF);
    }

    @Test
    void saysWhatHasNotRun_afterOneThatDidNotPass() {
        StepContext trial = brokenTrial(2);

        assertThat(run(trial)).containsExactly("holds until the next step", "holds to the end");

        assertThat(trial.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .contains(tuple("holds for long", Reason.EARLIER_FAILURE));
    }
}
