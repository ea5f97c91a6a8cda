package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Folders;
import coach.bar.environment.Workshop;
import coach.course.Course;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.terminal.Screen;

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
        Course course = new ToyCourse(repository).course();
        report = new CheckReport(new PrintWriter(out, true), course, course.step(2), false, Screen.plain(80));
    }

    private static SkippedTest ended(String sentence) {
        return new SkippedTest(sentence, Reason.NO_LONGER_HOLDS, "holds up to step 02; this code is at step 11");
    }

    private String text() {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void namesTheTestsLeftOut_andWhy() {
        report.end(new CheckResult(List.of(PASSED), List.of(ended("logs the route"), ended("is no slower"))));

        assertThat(text()).isEqualTo("""
                \s left out (holds up to step 02; this code is at step 11):
                    logs the route
                    is no slower
                """);
    }

    @Test
    void saysByHowManyTestsAStepIsDone_whenSomeNoLongerHold() {
        report.conclude(
                new CheckResult(List.of(PASSED), List.of(ended("logs the route"))), Optional.empty(), List.of());

        assertThat(text()).contains("Step 02 is done, by 1 of its 2 tests: the others no longer hold for this code.\n");
    }

    @Test
    void saysThatAStepIsDone_whenAllItsTestsPassed() {
        SkippedTest half = new SkippedTest("by hand", Reason.OTHER_HALF, "is about the half by hand");

        report.conclude(new CheckResult(List.of(PASSED), List.of(half)), Optional.empty(), List.of());

        assertThat(text()).contains("Step 02 is done.\n");
    }

    @Test
    void saysLast_whyATestDidNotPass() {
        SkippedTest after = new SkippedTest("is no slower", Reason.EARLIER_FAILURE, "a test before it did not pass");

        report.end(new CheckResult(List.of(NOT_YET), List.of(after)));

        assertThat(text()).endsWith("    is no slower\n\n  Nothing was logged.\n\n");
    }

    @Test
    void isNoPass_whenNoTestHasRun() {
        CheckResult none = new CheckResult(List.of(), List.of(ended("logs the route")));

        report.end(none);

        assertThat(none.worst()).isEqualTo(StepTestResult.Result.COULD_NOT_RUN);
        assertThat(text()).endsWith("No test of this step has run.\n");
    }

    @Test
    void namesTheNextStep_whenAStepIsDone() {
        report.conclude(new CheckResult(List.of(PASSED), List.of()), Optional.of("abc1234"), List.of());

        assertThat(text()).isEqualTo("""
                Step 02 is done. What you have is kept as commit abc1234 of the workspace.
                Next: %s
                """.formatted(nextOf()));
    }

    /** A lab is an offer: nobody runs into it. */
    @Test
    void namesTheLab_whenTheLastStepIsDone() {
        Course course = new ToyCourse(repository).withLab().course();
        report = new CheckReport(new PrintWriter(out, true), course, course.step(3), false, Screen.plain(80));

        report.conclude(new CheckResult(List.of(PASSED), List.of()), Optional.empty(), List.of());

        assertThat(text())
                .contains("Next: " + Workshop.command("compare 01 03"))
                .endsWith("steps/12-your-own-tool/README.md, and " + Workshop.command("start 12") + " begins it\n");
    }

    @Test
    void namesTheFinishedTool_whenALabIsDoneThatChangesNothingElse() {
        Course course = new ToyCourse(repository).withLab().course();
        Folders.delete(repository.resolve("solutions/12-your-own-tool"));
        report = new CheckReport(new PrintWriter(out, true), course, course.step(12), false, Screen.plain(80));

        report.conclude(new CheckResult(List.of(PASSED), List.of()), Optional.empty(), List.of());

        assertThat(text()).contains("Next: read labs/tool/README.md: what the finished tool does besides\n");
    }

    private static String nextOf() {
        return "read steps/03-middleware/README.md, then " + Workshop.command("check 03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NOT_YET       | Step 02 is not there yet. | hint 02",
                "INCONCLUSIVE  | The measurement says neither yes nor no | check 02",
                "COULD_NOT_RUN | The check could not run to its end. | up"
            })
    void saysWhatToTypeNext_whenAStepIsNotDone(StepTestResult.Result result, String start, String next) {
        StepTestResult last = new StepTestResult("logs the query", result, List.of(), "Why.", Duration.ZERO);

        report.conclude(new CheckResult(List.of(last), List.of()), Optional.empty(), List.of());

        assertThat(text()).startsWith(start).contains("\nNext: " + Workshop.command(next));
    }

    @Test
    void saysWhatToTypeOnABusyMachine_whenTheCheckCouldNotRun() {
        report.couldNotRun();

        assertThat(text()).contains("too busy: " + Workshop.command("check 02"));
    }

    @Test
    void putsTheGuessesBesideWhatWasMeasured_onceTheStepIsDone() {
        report.print(new StepTestResult(
                "is quicker",
                StepTestResult.Result.PASSED,
                List.of("before usually takes 462 ms, after 24 ms", "a\nlong\ndrawing\nof a trace"),
                "",
                Duration.ZERO));
        int before = text().length();

        report.conclude(new CheckResult(List.of(PASSED), List.of()), Optional.empty(), List.of("a tenth", "no, 30 ms"));

        assertThat(text().substring(before)).isEqualTo("""

                You guessed:
                  a tenth
                  no, 30 ms
                Measured:
                  before usually takes 462 ms, after 24 ms

                Step 02 is done.
                Next: %s
                """.formatted(nextOf()));
    }

    @Test
    void keepsAGuessToItself_whileTheStepIsNotDone() {
        report.conclude(new CheckResult(List.of(NOT_YET), List.of()), Optional.empty(), List.of("a tenth"));

        assertThat(text()).doesNotContain("a tenth");
    }

    @Test
    void fitsTheTerminal() {
        String address = "http://localhost:9411/" + "x".repeat(90);
        String message = "The database counted more statements than were expected. ".repeat(5) + address;

        report.end(new CheckResult(
                List.of(new StepTestResult(
                        "asks twice", StepTestResult.Result.NOT_YET, List.of(), message, Duration.ZERO)),
                List.of()));

        assertThat(text().lines())
                .filteredOn(line -> !line.contains(address))
                .hasSizeGreaterThan(4)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(text()).contains("    " + address);
    }

    @Test
    void printsATestsLine_andItsNotesBelow() {
        report.print(new StepTestResult(
                "is quicker", StepTestResult.Result.PASSED, List.of("p50 9 ms\nand more"), "", Duration.ZERO));

        assertThat(text()).isEqualTo("""
                \s ok     is quicker
                    p50 9 ms
                    and more
                """);
    }
}
