package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import coach.course.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Checks a learner's step in a workspace of its own: at its start, with broken code, and done. */
@Isolated("It measures.")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckIT {

    private static final String TIMER = "beer-donut-app/src/main/java/beerdonut/web/Timer.java";

    @TempDir
    static Path folder;

    @BeforeAll
    static void haveAWorkspace() {
        System.setProperty("workshop.home", Proof.REPOSITORY.toString());
        System.setProperty("workshop.state", folder.resolve("state").toString());
        System.setProperty("workshop.workspace", folder.resolve("workspace").toString());
        assertThat(coach("start").exitCode()).isZero();
    }

    @AfterAll
    static void forgetIt() {
        System.clearProperty("workshop.state");
        System.clearProperty("workshop.workspace");
    }

    private static int lastStep() {
        List<StepTable.Row> rows = StepTable.rows(Proof.REPOSITORY);
        return rows.get(rows.size() - 1).number();
    }

    private record Output(int exitCode, String text) {}

    private static Output coach(String... args) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text, true);
        return new Output(Coach.run(out, out, args), text.toString());
    }

    @Test
    @Order(1)
    void saysNotYet_andWhereTheHintIs() {
        Output output = coach("check", "02");

        assertThat(output.exitCode()).as(output.text()).isEqualTo(1);
        assertThat(output.text()).contains("Step 02: checking your workspace.", "Step 02 is not there yet.");
        assertThat(output.text().strip()).endsWith("workshop hint 02");
    }

    @Test
    @Order(2)
    void showsWhatTheCompilerSays_whenTheCodeIsBroken() throws IOException {
        Path timer = folder.resolve("workspace").resolve(TIMER);
        Files.writeString(timer, "package beerdonut.web; class Timer { half a thought");

        Output output = coach("check", "02");

        assertThat(output.exitCode()).as(output.text()).isEqualTo(1);
        assertThat(output.text()).contains("does not compile yet", "Timer.java:1: error:");
        assertThat(output.text().strip()).endsWith("workshop check 02");
    }

    @Test
    @Order(3)
    void isDoneByAllItsTests_andKeepsWhatPassed_whenTheCourseIsGoneThroughAgain() {
        Workspace.of(Proof.REPOSITORY).pass(lastStep());
        assertThat(coach("solution", "02").exitCode()).isZero();

        Output output = coach("check", "02", "--timings");

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text()).contains("logs the route, on failure", "is no slower than before");
        assertThat(output.text()).doesNotContain("left out");
        assertThat(output.text()).contains("Step 02 is done.", "is kept as commit", "opening the bar");
        assertThat(output.text().strip()).contains("workshop check 03");
    }

    @Test
    @Order(4)
    void couldNotRun_whenTheAppDoesNotStart() throws IOException {
        Path main = folder.resolve("workspace/beer-donut-app/src/main/java/beerdonut/BeerDonutApp.java");
        String text = Files.readString(main);
        Files.writeString(main, text.replace("Menu menu =", "if (true) System.exit(3); Menu menu ="));

        Output output = coach("check", "02");

        Files.writeString(main, text);
        assertThat(output.exitCode()).as(output.text()).isEqualTo(2);
        assertThat(output.text()).contains("beer-donut-app ended with exit code 3 before it was ready");
    }

    @Test
    @Order(5)
    void saysWhatIsLeftOut_whenTheCodeIsFurtherOn() {
        assertThat(coach("solution", "07").exitCode()).isZero();

        Output output = coach("check", "01");

        assertThat(output.exitCode()).as(output.text()).isZero();
        assertThat(output.text())
                .containsSubsequence(
                        "left out (holds up to step 06; this code is at step 07):",
                        "takes at least twenty times as long for a pair as for a beer",
                        "Step 01 is done, by 5 of its 6 tests: the others no longer hold for this code.");
    }

    @Test
    void saysThatThereIsNoWorkspace_andNothingElse() {
        System.setProperty("workshop.workspace", folder.resolve("none").toString());

        Output output = coach("check", "07");

        System.setProperty("workshop.workspace", folder.resolve("workspace").toString());
        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.text().strip())
                .startsWith("There is no workspace yet.")
                .endsWith("workshop start");
    }

    @Test
    void namesTheStepsThereAre_whenAskedForOneThatIsNotThere() {
        List<String> folders = StepTable.rows(Proof.REPOSITORY).stream()
                .map(StepTable.Row::folder)
                .toList();

        Output output = coach("check", Integer.toString(lastStep() + 1));

        assertThat(output.exitCode()).isEqualTo(2);
        assertThat(output.text().lines().map(String::strip)).containsSubsequence(folders);
        assertThat(output.text().strip()).endsWith("Did you mean " + folders.get(folders.size() - 1) + "?");
    }
}
