package coach.course.check;

import java.util.List;

/**
 * The result of one check.
 *
 * @param results of the tests that ran, in their order; no test runs after one that did not pass
 * @param skipped the tests that did not run
 */
public record CheckResult(List<StepTestResult> results, List<SkippedTest> skipped) {

    /** Gives the last test's result, which is the worst of all; a check in which no test ran is no pass. */
    public StepTestResult.Result worst() {
        return results.isEmpty()
                ? StepTestResult.Result.COULD_NOT_RUN
                : results.get(results.size() - 1).result();
    }

    /** Counts the tests that are about an earlier state only. */
    int noLongerHolding() {
        return (int) skipped.stream()
                .filter(test -> test.reason() == SkippedTest.Reason.NO_LONGER_HOLDS)
                .count();
    }
}
