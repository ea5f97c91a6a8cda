package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.bar.environment.Folders;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that was made before files of the app, or of a solution, got other names. */
class WorkspaceOfAnotherVersionTest {

    private static final String PASTRY = "beer-donut-app/src/main/java/beerdonut/Pastry.java";
    private static final String STOPWATCH = "beer-donut-app/src/main/java/beerdonut/Stopwatch.java";
    private static final String OWN = "beer-donut-app/src/main/java/beerdonut/Own.java";
    private static final String OTHER_VERSION = "files of another version of the workshop";

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand start;
    private RunCommand reset;
    private RunCommand solution;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
        start = new RunCommand(new StartCommand(repository));
        reset = new RunCommand(new ResetCommand(repository));
        solution = new RunCommand(new SolutionCommand(repository));
    }

    private void renameShippedFile() {
        toy.toy().delete(ToyCourse.DONUT);
        toy.toy().write(PASTRY, "class Pastry {}\n");
    }

    @Test
    void isNotMentioned_whenItIsOfThisVersion() {
        toy.lay(2);

        start.with();

        assertThat(start.out()).doesNotContain(OTHER_VERSION);
    }

    @Test
    void isToldWhatToType() {
        toy.workspace().pass(1);
        renameShippedFile();

        start.with();

        assertThat(start.out()).contains(OTHER_VERSION).containsPattern("as a commit: \\S*workshop reset 02\\n");
    }

    @Test
    void isToldToTakeTheLastSolution_whenAllStepsAreDone() {
        toy.workspace().pass(3);
        renameShippedFile();

        start.with();

        assertThat(start.out()).containsPattern("as a commit: \\S*workshop solution 03\\n");
    }

    @Test
    void getsNoOrphan_whenItIsReset() {
        toy.edit(OWN, "class Own {}\n");
        renameShippedFile();

        reset.with("2");

        assertThat(toy.file(ToyCourse.DONUT)).doesNotExist();
        assertThat(toy.file(PASTRY)).exists();
        assertThat(toy.file(OWN)).exists();
        assertThat(reset.out())
                .contains("are gone from it:\n  " + ToyCourse.DONUT)
                .contains("Files of your own stay where they are; do they still compile?\n  " + OWN + "\nTo get back");
    }

    @Test
    void isOfThisVersion_onceItIsReset() {
        renameShippedFile();
        reset.with("2");

        start.with();

        assertThat(start.out()).doesNotContain(OTHER_VERSION);
    }

    @Test
    void getsNoOrphan_whenAFileOfASolutionHasAnotherName() {
        toy.lay(2);
        toy.toy().delete("solutions/02-time-a-route/" + ToyCourse.TIMER);
        toy.toy().delete("solutions/03-middleware/by-hand/" + ToyCourse.TIMER);
        toy.toy().solution("02-time-a-route", STOPWATCH, "class Stopwatch {}\n");

        solution.with("3");

        assertThat(toy.file(ToyCourse.TIMER)).doesNotExist();
        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state(3).digest());
    }

    @Test
    void keepsItsHistory_andIsToldAgainAfterGoingBackInIt() {
        renameShippedFile();
        String before = toy.newest();
        reset.with("2");
        RunCommand back = new RunCommand(new ResetCommand(repository));

        back.with("--to", before);

        assertThat(toy.file(ToyCourse.DONUT)).exists();
        assertThat(toy.file(PASTRY)).doesNotExist();
        assertThat(back.out()).contains(OTHER_VERSION);
    }

    @Test
    void isTold_whenItsHistoryIsOlderThanTheNotesOfVersions() {
        forgetTheVersion();
        renameShippedFile();

        start.with();
        reset.with("1");

        assertThat(start.out()).contains(OTHER_VERSION);
        assertThat(toy.file(ToyCourse.DONUT)).doesNotExist();
    }

    /** The history is then as a workshop without such notes made it. */
    private void forgetTheVersion() {
        Folders.delete(toy.file(".git"));
        toy.workspace().save("start of step 01");
    }

    @Test
    void getsThePomOfThisVersion() {
        toy.toy().write("pom.xml", "<project><name>Newer</name></project>\n");
        renameShippedFile();

        reset.with("1");

        assertThat(toy.read("pom.xml")).contains("<name>Newer: your workspace</name>");
    }
}
