package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import coach.course.check.SkippedTest.Reason;
import coach.course.check.StepTestResult.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepTestRunnerTest {

    /** A step 02 whose tests need no bar. */
    @StepTest
    static class ToyStep {

        @Test
        @Order(1)
        @HoldsUntil(3)
        void holdsUntilTheNextStep(StepContext context) {}

        @Test
        @Order(2)
        void holdsToTheEnd(StepContext context) {
            assertThat(context.file("broken")).isEmpty();
        }

        @Test
        @ByHand
        @Order(3)
        void isAboutTheHalfByHand(StepContext context) {}

        @Test
        @Order(4)
        @HoldsUntil(7)
        void holdsForLong(StepContext context) {}
    }

    /** A step with a test of its first half, one of the second, and one of both. */
    @StepTest
    static class StepInTwoHalves {

        @Test
        @BothHalves
        @Order(1)
        void isAboutBoth(StepContext context) {}

        @Test
        @ByHand
        @Order(2)
        void isAboutTheFirst(StepContext context) {}

        @Test
        @Order(3)
        void isAboutTheSecond(StepContext context) {}
    }

    @ParameterizedTest
    @CsvSource({"true, is about the first", "false, is about the second"})
    void asksOneHalf_andWhatIsAboutBoth(boolean byHand, String half) {
        List<StepTestResult> results =
                new StepTestRunner(context(2, byHand), one -> {}).run(StepInTwoHalves.class.getName());

        assertThat(results).extracting(StepTestResult::sentence).containsExactly("is about both", half);
    }

    /** A step whose test waits for what never comes. */
    @StepTest
    static class EndlessStep {

        @Test
        void neverEnds(StepContext context) throws InterruptedException {
            new CountDownLatch(1).await();
        }
    }

    @Test
    void cannotTell_whereATestDoesNotEnd() {
        List<StepTestResult> results = new StepTestRunner(context(2, false), Duration.ofSeconds(1), one -> {})
                .run(EndlessStep.class.getName());

        assertThat(results).extracting(StepTestResult::result).containsExactly(Result.INCONCLUSIVE);
        assertThat(results.get(0).message()).startsWith("It did not end within 1 s. Either this machine is too busy");
    }

    private static StepContext context(int state, boolean byHand) {
        return new StepContext(state, byHand, null, () -> null, new TreeMap<>(), StepContext.Care.CHECK);
    }

    private static StepContext contextWith(String path) {
        TreeMap<String, Path> files = new TreeMap<>();
        files.put(path, Path.of(path));
        return new StepContext(2, false, null, () -> null, files, StepContext.Care.CHECK);
    }

    private static List<String> run(StepContext context) {
        return new StepTestRunner(context, result -> {})
                .run(ToyStep.class.getName()).stream()
                        .map(StepTestResult::sentence)
                        .toList();
    }

    @Test
    void asksAll_atTheStepItself() {
        assertThat(run(context(2, false)))
                .containsExactly("holds until the next step", "holds to the end", "holds for long");
    }

    @Test
    void saysWhatNoLongerHolds_whenTheCodeHasGoneOn() {
        StepContext context = context(7, false);

        assertThat(run(context)).containsExactly("holds to the end");

        assertThat(context.skipped())
                .filteredOn(test -> test.reason() == Reason.NO_LONGER_HOLDS)
                .extracting(SkippedTest::sentence, SkippedTest::why)
                .containsExactly(
                        tuple("holds until the next step", "holds up to step 02; this code is at step 07"),
                        tuple("holds for long", "holds up to step 06; this code is at step 07"));
    }

    @Test
    void saysWhatIsAboutTheOtherHalf() {
        StepContext whole = context(2, false);
        StepContext byHand = context(7, true);
        run(whole);

        assertThat(run(byHand)).containsExactly("is about the half by hand");

        assertThat(whole.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .containsExactly(tuple("is about the half by hand", Reason.OTHER_HALF));
        assertThat(byHand.skipped()).hasSize(3).allMatch(test -> test.reason() == Reason.OTHER_HALF);
    }

    @Test
    void saysWhatHasNotRun_afterOneThatDidNotPass() {
        StepContext context = contextWith("broken");

        assertThat(run(context)).containsExactly("holds until the next step", "holds to the end");

        assertThat(context.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .contains(tuple("holds for long", Reason.EARLIER_FAILURE));
    }

    /** A step whose first test ends with the failure that the code's only path names. */
    @StepTest
    static class FailingStep {

        private static final Map<String, Throwable> FAILURES = Map.of(
                "assertion", new AssertionError("Nothing was logged."),
                "inconclusive", new InconclusiveMeasurement("The claim lies inside the interval."),
                "exception", new IllegalStateException("no such table"),
                "error", new NoSuchMethodError("Menu.beers()"));

        @Test
        @Order(1)
        void fails(StepContext context) throws Throwable {
            context.say("a note");
            throw FAILURES.get(context.files().firstKey());
        }

        @Test
        @Order(2)
        void comesAfter(StepContext context) {}
    }

    @ParameterizedTest
    @CsvSource({
        "assertion,    NOT_YET,       1, Nothing was logged.",
        "inconclusive, INCONCLUSIVE,  3, The claim lies inside the interval.",
        "exception,    COULD_NOT_RUN, 2, no such table",
        "error,        COULD_NOT_RUN, 2, Menu.beers()"
    })
    void endsWithTheResultOfItsFirstFailure(String failure, Result result, int exitCode, String message) {
        StepContext context = contextWith(failure);

        List<StepTestResult> results = new StepTestRunner(context, one -> {}).run(FailingStep.class.getName());

        CheckResult check = new CheckResult(results, context.skipped());
        assertThat(check.worst()).isEqualTo(result);
        assertThat(check.worst().exitCode()).isEqualTo(exitCode);
        assertThat(results).singleElement().satisfies(one -> {
            assertThat(one.message()).isEqualTo(message);
            assertThat(one.notes()).containsExactly("a note");
        });
        assertThat(check.skipped())
                .extracting(SkippedTest::sentence, SkippedTest::reason)
                .containsExactly(tuple("comes after", Reason.EARLIER_FAILURE));
    }

    @Test
    void passesWithExitCodeZero_whenAllTestsPass() {
        StepContext context = context(2, false);

        List<StepTestResult> results = new StepTestRunner(context, one -> {}).run(ToyStep.class.getName());

        assertThat(new CheckResult(results, context.skipped()).worst().exitCode())
                .isZero();
    }

    @Test
    void couldNotRun_whenTheTestClassIsMissing() {
        List<StepTestResult> results = new StepTestRunner(context(2, false), one -> {}).run("test.NoSuchTest");

        assertThat(results).extracting(StepTestResult::result).containsExactly(Result.COULD_NOT_RUN);
    }

    @Test
    void tellsEachResult_asSoonAsItsTestHasEnded() {
        List<String> told = new ArrayList<>();

        new StepTestRunner(context(2, false), one -> told.add(one.sentence())).run(ToyStep.class.getName());

        assertThat(told).containsExactly("holds until the next step", "holds to the end", "holds for long");
    }
}
