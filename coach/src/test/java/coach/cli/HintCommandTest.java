package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.workspace.ToyRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HintCommandTest {

    @TempDir
    Path repository;

    private ToyRepository toy;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
    }

    @Test
    void getsPlainer_eachTimeItIsAsked() {
        assertThat(hint("2")).contains("Hint 1 of 3", "Why?");
        assertThat(hint("2")).contains("Hint 2 of 3", "Here.");
        assertThat(hint("2")).contains("Hint 3 of 3", "## no heading").containsPattern("More: .*diff 02");
        assertThat(hint("2")).contains("Hint 3 of 3");
    }

    @Test
    void givesTheOneAskedFor() {
        assertThat(hint("2", "2")).contains("Hint 2 of 3").doesNotContain("Hint 1");
    }

    @Test
    void givesThemAll() {
        assertThat(hint("2", "--all")).contains("Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3");
    }

    @Test
    void isForTheLearnersStep_whenNoneIsNamed() {
        toy.workspace().pass(2);

        assertThat(hint()).contains("step 03").containsPattern("Next: .*check 03\\n$");
    }

    @Test
    void saysWhichThereAre() {
        RunCommand hint = new RunCommand(new HintCommand(repository, repository.resolve("given")));

        assertThat(hint.with("2", "4")).isEqualTo(2);

        assertThat(hint.err()).contains("there are 1 to 3");
    }

    @Test
    void saysHowToGetTheNext_whereNothingCanBeWritten() throws IOException {
        Path notAFolder = Files.createFile(repository.resolve("given"));
        RunCommand hint = new RunCommand(new HintCommand(repository, notAFolder));

        assertThat(hint.with("2")).isZero();

        assertThat(hint.out()).contains("Why?", "could not be noted").containsPattern("as in \\S*workshop hint 02 2");
    }

    private String hint(String... words) {
        RunCommand hint = new RunCommand(new HintCommand(repository, repository.resolve("given")));
        hint.with(words);
        return hint.out();
    }
}
