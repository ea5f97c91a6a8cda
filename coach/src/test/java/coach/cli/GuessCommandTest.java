package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.Guesses;
import coach.course.workspace.ToyRepository;
import coach.course.workspace.Workspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuessCommandTest {

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand command;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
        command = new RunCommand(new GuessCommand(repository));
    }

    @Test
    void keepsAGuess_andSaysWhere() {
        assertThat(command.with("2", "a tenth")).isZero();

        assertThat(command.out())
                .startsWith("Kept for step 02: a tenth\n")
                .containsPattern("commit [0-9a-f]{7} of your workspace")
                .containsPattern("Next: read on in steps/02-.*README.md, then .*workshop check 02\n$");
    }

    @Test
    void losesNone_byAnotherGuessOrAResetOrAStepBack() {
        Workspace workspace = toy.workspace();
        String begun = new Guesses(workspace).keep(1, "the donut");
        command.with("2", "half", "of it");
        command.with("2", "no, all");

        workspace.lay(toy.course().shipped(), toy.course(), Workspace.startOf(1));
        workspace.backTo(begun);

        assertThat(new Guesses(workspace).of(2)).containsExactly("half of it", "no, all");
        assertThat(new Guesses(workspace).of(1)).containsExactly("the donut");
        assertThat(workspace.step()).isEqualTo(1);
    }

    @Test
    void showsWhatWasGuessed_whenNothingIsSaid() {
        command.with("2", "a tenth");

        assertThat(command.with("2")).isZero();

        assertThat(command.out()).contains("You guessed for step 02:\n  a tenth\n");
    }

    @Test
    void saysWhatToType_whenThereIsNoGuess() {
        assertThat(command.with("2")).isEqualTo(2);

        assertThat(command.err()).contains("There is no guess for step 02 yet.").contains("guess 02 \"");
    }

    @Test
    void needsAWorkspace(@TempDir Path elsewhere) {
        new ToyCourse(elsewhere);
        RunCommand command = new RunCommand(new GuessCommand(elsewhere));

        assertThat(command.with("2", "a tenth")).isEqualTo(2);

        assertThat(command.err()).contains("There is no workspace yet.", "start");
    }
}
