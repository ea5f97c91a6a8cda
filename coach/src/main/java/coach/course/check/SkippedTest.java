package coach.course.check;

/**
 * A test of a step that did not run.
 *
 * @param sentence what it tests
 * @param why it did not run, for people
 */
public record SkippedTest(String sentence, Reason reason, String why) {

    /** Why a test is skipped. */
    public enum Reason {
        /** What it says was true of an earlier state only. */
        NO_LONGER_HOLDS,
        /** It is about the step's other half. */
        OTHER_HALF,
        /** A test before it did not pass. */
        EARLIER_FAILURE
    }
}
