package coach.course.check;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The result of one test of a step.
 *
 * @param sentence the test's name, in words
 * @param notes what the test shows its reader: measurements, a waterfall
 * @param message the reason why it did not pass; empty where it passed
 */
public record StepTestResult(String sentence, Result result, List<String> notes, String message, Duration took) {

    /** The way a test, or a whole check, ended. */
    public enum Result {
        PASSED(0),
        NOT_YET(1),
        INCONCLUSIVE(3),
        COULD_NOT_RUN(2);

        private final int exitCode;

        Result(int exitCode) {
            this.exitCode = exitCode;
        }

        /** Gives the exit code of {@code ./workshop check}. */
        public int exitCode() {
            return exitCode;
        }
    }

    static Result resultOf(Throwable failure) {
        if (failure instanceof InconclusiveMeasurement || failure instanceof TimeoutException) {
            return Result.INCONCLUSIVE;
        }
        return failure instanceof AssertionError ? Result.NOT_YET : Result.COULD_NOT_RUN;
    }
}
