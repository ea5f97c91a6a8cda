package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.workspace.ToyRepository;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceProgressTest {

    @TempDir
    Path repository;

    private ToyRepository toy;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
    }

    private void reset(String... words) {
        assertThat(new RunCommand(new ResetCommand(repository)).with(words)).isZero();
    }

    private void isAt(int state, int step) {
        assertThat(toy.workspace().stateNumber()).as("state").isEqualTo(state);
        assertThat(toy.workspace().step()).as("step").isEqualTo(step);
    }

    @Test
    void isTheShippedState_atTheBeginning() {
        isAt(0, 1);
    }

    @Test
    void goesOnWithEachStepThatPasses() {
        toy.workspace().pass(1);
        toy.workspace().pass(2);

        isAt(2, 3);
    }

    @Test
    void goesBack_withAReset() {
        toy.workspace().pass(3);

        reset("02");

        isAt(1, 2);
    }

    @Test
    void countsAnew_afterAReset() {
        toy.workspace().pass(3);
        reset("01");

        toy.workspace().pass(1);

        isAt(1, 2);
    }

    @Test
    void goesBack_withAResetToACommit() {
        toy.workspace().pass(1);
        String first = toy.newest();
        toy.workspace().pass(2);
        toy.workspace().pass(3);

        reset("--to", first);

        isAt(1, 2);
    }

    @Test
    void comesBack_withWhatWasKeptBeforeAReset() {
        toy.workspace().pass(3);
        String last = toy.newest();
        reset("02");

        reset("--to", last);

        isAt(3, 4);
    }

    @Test
    void isWhereTheSolutionIs() {
        toy.workspace().pass(3);

        toy.lay(2);

        isAt(2, 3);
    }

    @Test
    void isInTheStep_whoseHalfByHandIsLaid() {
        assertThat(new RunCommand(new SolutionCommand(repository)).with("03", "--by-hand"))
                .isZero();

        isAt(3, 3);
    }

    @Test
    void isBeforeTheStep_thatAWorkspaceBeginsAt() {
        reset("03");

        isAt(2, 3);
    }

    @Test
    void staysWhereItIs_whenAnEarlierStepIsCheckedAgain() {
        toy.lay(3);

        toy.workspace().pass(1);

        isAt(3, 4);
    }
}
