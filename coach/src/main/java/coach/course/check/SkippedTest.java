package coach.course.check;

/**
 * A test of a step that did not run.
 *
 * @param sentence the test's name, in words
 * @param why the reason for the reader
 */
record SkippedTest(String sentence, Reason reason, String why) {

    /** The reason why a test was skipped. */
    enum Reason {
        /** The test holds for earlier states only. */
        NO_LONGER_HOLDS,
        /** The test is about the step's other half. */
        OTHER_HALF,
        /** A test before it did not pass. */
        EARLIER_FAILURE
    }
}
