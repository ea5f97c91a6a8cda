package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand reset;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
        reset = new RunCommand(new ResetCommand(repository));
    }

    @Test
    void isAtTheStepThatWasResetTo() {
        toy.workspace().pass(3);
        new RunCommand(new ResetCommand(repository)).with("2");

        assertThat(toy.workspace().step()).isEqualTo(2);
    }

    @Test
    void goesToTheStateBeforeTheStep() {
        assertThat(reset.with("3")).isEqualTo(0);

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state(2).digest());
        assertThat(reset.out()).containsPattern("Next: .*workshop check 03\\n$");
    }

    @Test
    void goesToTheLearnersStep_whenNoneIsNamed() {
        toy.workspace().pass(1);
        toy.lay(2);
        toy.edit(ToyCourse.BEER, "class Beer { int tried; }\n");

        reset.with();

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state(2).digest());
    }

    @Test
    void saysSo_whenAllIsDone() {
        toy.workspace().pass(3);

        assertThat(reset.with()).isEqualTo(2);

        assertThat(reset.err()).contains("You are through").containsPattern("workshop reset 03$");
    }

    @Test
    void remembersTheStep_whenGoingBackToACommit() {
        toy.workspace().pass(1);
        String atTwo = toy.newest();
        toy.lay(3);

        reset.with("--to", atTwo);

        assertThat(toy.workspace().step()).isEqualTo(2);
        assertThat(toy.workspace().stateNumber()).isEqualTo(1);
    }

    @Test
    void losesNothing_whenGoingBackToACommit() {
        String start = toy.newest();
        toy.edit("beer-donut-app/notes.txt", "mine");

        reset.with("--to", start);

        assertThat(toy.file("beer-donut-app/notes.txt")).doesNotExist();
        reset.with("--to", "HEAD~1");
        assertThat(toy.read("beer-donut-app/notes.txt")).isEqualTo("mine");
    }

    @Test
    void listsTheNewest_whenThereIsNoSuchCommit() {
        assertThat(reset.with("--to", "beef")).isEqualTo(2);

        assertThat(reset.err()).contains("no commit beef", toy.newest() + "  start of step 01");
    }

    @Test
    void doesNotTakeOddNamesAmiss() {
        assertThat(reset.with("--to", "^{~..")).isEqualTo(2);

        assertThat(reset.err()).contains("no commit ^{~..");
    }
}
