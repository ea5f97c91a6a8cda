package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.Step;
import coach.course.ToyCourse;
import coach.course.check.SkippedTest.Reason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckReportTest {

    private static final StepTestResult PASSED =
            new StepTestResult("logs the query", StepTestResult.Result.PASSED, List.of(), "", Duration.ZERO);
    private static final StepTestResult NOT_YET = new StepTestResult(
            "logs the query", StepTestResult.Result.NOT_YET, List.of(), "Nothing was logged.", Duration.ZERO);

    @TempDir
    Path repository;

    private final StringWriter out = new StringWriter();
    private CheckReport report;

    @BeforeEach
    void make() {
        Step step = new ToyCourse(repository).course().step(2);
        report = new CheckReport(new PrintWriter(out, true), step, false);
    }

    private static SkippedTest ended(String sentence) {
        return new SkippedTest(sentence, Reason.NO_LONGER_HOLDS, "holds up to step 02; this code is at step 11");
    }

    private String said() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void namesTheTestsLeftOut_andWhy() {
        report.end(new CheckResult(List.of(PASSED), List.of(ended("logs the route"), ended("is no slower"))));

        assertThat(said()).isEqualTo("""
                \s left out (holds up to step 02; this code is at step 11):
                    logs the route
                    is no slower
                """);
    }

    @Test
    void saysByHowManyTestsAStepIsDone_whenSomeNoLongerHold() {
        report.passed(new CheckResult(List.of(PASSED), List.of(ended("logs the route"))), Optional.empty());

        assertThat(said()).contains("Step 02 is done, by 1 of its 2 tests: the others no longer hold for this code.\n");
    }

    @Test
    void saysThatAStepIsDone_whenAllItsTestsPassed() {
        SkippedTest half = new SkippedTest("by hand", Reason.OTHER_HALF, "is about the half by hand");

        report.passed(new CheckResult(List.of(PASSED), List.of(half)), Optional.empty());

        assertThat(said()).contains("Step 02 is done.\n");
    }

    @Test
    void saysLast_whyATestDidNotPass() {
        SkippedTest after = new SkippedTest("is no slower", Reason.EARLIER_FAILURE, "a test before it did not pass");

        report.end(new CheckResult(List.of(NOT_YET), List.of(after)));

        assertThat(said()).endsWith("    is no slower\n\n  Nothing was logged.\n\n");
    }

    @Test
    void isNoPass_whenNoTestHasRun() {
        CheckResult none = new CheckResult(List.of(), List.of(ended("logs the route")));

        report.end(none);

        assertThat(none.worst()).isEqualTo(StepTestResult.Result.COULD_NOT_RUN);
        assertThat(said()).endsWith("No test of this step has run.\n");
    }
}
