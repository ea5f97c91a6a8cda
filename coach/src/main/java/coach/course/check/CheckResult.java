package coach.course.check;

import java.util.List;

/**
 * The result of one check.
 *
 * @param judged the tests that ran, in their order; none runs after one that does not pass
 * @param skipped those that did not run
 */
public record CheckResult(List<StepTestResult> judged, List<SkippedTest> skipped) {

    /** The worst of all results; no test at all is no pass. */
    public StepTestResult.Result worst() {
        return judged.isEmpty()
                ? StepTestResult.Result.COULD_NOT_RUN
                : judged.get(judged.size() - 1).result();
    }

    /** How many tests are about an earlier state only. */
    int noLongerHolding() {
        return (int) skipped.stream()
                .filter(test -> test.reason() == SkippedTest.Reason.NO_LONGER_HOLDS)
                .count();
    }
}
