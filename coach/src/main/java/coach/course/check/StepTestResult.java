package coach.course.check;

import java.time.Duration;
import java.util.List;

/**
 * What became of one test of a step.
 *
 * @param sentence what it tests
 * @param said what a reader should see of it: measurements, a waterfall
 * @param message why it did not pass; empty where it did, or did not run
 */
public record StepTestResult(String sentence, Result result, List<String> said, String message, Duration took) {

    /** How a test ended. */
    public enum Result {
        PASSED,
        NOT_YET,
        INCONCLUSIVE,
        COULD_NOT_RUN
    }

    static Result resultOf(Throwable failure) {
        if (failure instanceof InconclusiveMeasurement) {
            return Result.INCONCLUSIVE;
        }
        return failure instanceof AssertionError ? Result.NOT_YET : Result.COULD_NOT_RUN;
    }
}
