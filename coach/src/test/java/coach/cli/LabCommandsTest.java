package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goes through a lab with the commands that a learner types. */
class LabCommandsTest {

    @TempDir
    Path repository;

    private ToyRepository toy;

    @BeforeEach
    void makeAWorkspaceAtTheEndOfTheCourse() {
        toy = new ToyRepository(repository);
        toy.toy().withLab();
        assertThat(run(new StartCommand(repository)).with()).isZero();
        toy.lay(3);
        toy.workspace().pass(3);
    }

    private static RunCommand run(Object command) {
        return new RunCommand(command);
    }

    private int nextStep() {
        return toy.workspace().step(toy.course()).number();
    }

    @Test
    void isNotRunInto_afterTheLastStep() {
        assertThat(nextStep()).isEqualTo(3);
        assertThat(toy.file(ToyCourse.TOOL)).doesNotExist();
    }

    @Test
    void begins_andKeepsWhatWasThere() {
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");
        RunCommand start = run(new StartCommand(repository));

        assertThat(start.with("12")).isZero();

        assertThat(start.out())
                .contains(
                        "is kept as commit", "the start of step 12", "labs/tool", Path.of("steps", ToyCourse.LAB) + "");
        assertThat(toy.read(ToyCourse.TOOL)).contains("TODO");
        assertThat(toy.read(ToyCourse.BEER)).contains("03");
        assertThat(nextStep()).isEqualTo(12);
    }

    @Test
    void beginsWithoutAWorkspace(@TempDir Path elsewhere) {
        ToyRepository fresh = new ToyRepository(elsewhere);
        fresh.toy().withLab();

        assertThat(run(new StartCommand(elsewhere)).with("12")).isZero();

        assertThat(fresh.workspace().files().digest())
                .isEqualTo(fresh.course().state("12-start").digest());
    }

    @Test
    void refusesToBeginAStep() {
        RunCommand start = run(new StartCommand(repository));

        assertThat(start.with("2")).isEqualTo(2);

        assertThat(start.err()).contains("Step 02 is no lab", "reset 02");
    }

    @Test
    void isCompiledAsAnIdeAndMavenDo_whereItIs() {
        run(new StartCommand(repository)).with("12");

        assertThat(toy.file(ToyCourse.TOOL_POM)).exists();
        assertThat(toy.read("pom.xml")).contains("<module>labs/tool</module>").doesNotContain("coach");
    }

    @Test
    void showsWhatTheLearnerHasChangedInIt() {
        run(new StartCommand(repository)).with("12");
        toy.edit(ToyCourse.TOOL, "class Tool { int mine; }\n");
        RunCommand diff = run(new DiffCommand(repository, false));

        diff.with();

        assertThat(diff.out())
                .contains("-    // TODO", "+class Tool { int mine; }")
                .doesNotContain(ToyCourse.TOOL_POM);
    }

    @Test
    void showsWhatItsSolutionChanges_wholeAndByHand() {
        RunCommand whole = run(new DiffCommand(repository, false));
        RunCommand half = run(new DiffCommand(repository, false));

        whole.with("12");
        half.with("12", "--by-hand");

        assertThat(whole.out()).contains("+    // finished", "-    // 03", "+    // 12");
        assertThat(half.out()).contains("+    // finished").doesNotContain(ToyCourse.BEER);
    }

    @Test
    void givesItsHints_onceItHasBegun() {
        run(new StartCommand(repository)).with("12");
        RunCommand hint = run(new HintCommand(repository, repository.resolve("given")));

        hint.with();

        assertThat(hint.out()).contains("Hint 1 of 3 for step 12", "check 12");
    }

    @Test
    void isLaidOver_andDoneThen() {
        assertThat(run(new SolutionCommand(repository)).with("12")).isZero();

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state(12).digest());
        assertThat(nextStep()).isEqualTo(12);
    }

    @Test
    void isResetToItsStart() {
        run(new SolutionCommand(repository)).with("12");

        assertThat(run(new ResetCommand(repository)).with("12")).isZero();

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state("12-start").digest());
    }

    @Test
    void isGone_whenAStepIsResetTo() {
        run(new StartCommand(repository)).with("12");

        assertThat(run(new ResetCommand(repository)).with("2")).isZero();

        assertThat(toy.file(ToyCourse.TOOL)).doesNotExist();
        assertThat(nextStep()).isEqualTo(2);
    }

    @Test
    void isWrittenALockFor() {
        RunCommand lock = run(new LockCommand(repository));

        assertThat(lock.with()).isZero();

        assertThat(lock.out()).contains("12-your-own-tool", "All solutions fit.");
    }

    /** From the commit of its base, and with the tool that is in the repository. */
    @Test
    void getsABranch() throws Exception {
        try (Git git = Git.init().setDirectory(repository.toFile()).call()) {
            git.add().addFilepattern(".").call();
            git.commit().setMessage("all").setSign(false).call();

            assertThat(run(new BranchesCommand(repository)).with()).isZero();

            String beer = "solution/12-your-own-tool:" + ToyCourse.BEER;
            String tool = "solution/12-your-own-tool:" + ToyCourse.TOOL;
            assertThat(read(git, beer)).contains("12");
            assertThat(read(git, tool)).contains("finished");
            assertThat(git.getRepository().resolve("solution/12-your-own-tool^"))
                    .isEqualTo(git.getRepository().resolve("solution/03-middleware"));
        }
    }

    private static String read(Git git, String path) throws Exception {
        return new String(
                git.getRepository().open(git.getRepository().resolve(path)).getBytes());
    }
}
