package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolutionCommandTest {

    private static final String OWN = "beer-donut-app/src/main/java/beerdonut/Own.java";

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand solution;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
        solution = new RunCommand(new SolutionCommand(repository));
    }

    @Test
    void laysTheState() {
        assertThat(solution.with("03")).isEqualTo(0);

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state(3).digest());
        assertThat(solution.out()).containsPattern("Next: .*workshop check 03\\n$");
    }

    @Test
    void laysTheHalfByHand() {
        assertThat(solution.with("03", "--by-hand")).isEqualTo(0);

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().state("03-by-hand").digest());
        assertThat(toy.workspace().step()).isEqualTo(3);
    }

    @Test
    void keepsWhatWasThere_andSaysHowToGetItBack() {
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");

        solution.with("2");

        String kept = solution.out().replaceFirst("(?s)What was there is kept as commit (\\w+).*", "$1");
        assertThat(solution.out()).contains("workshop reset --to " + kept).doesNotContain("git ");
        new RunCommand(new ResetCommand(repository)).with("--to", kept);
        assertThat(toy.read(ToyCourse.BEER)).contains("mine");
        assertThat(toy.file(ToyCourse.TIMER)).doesNotExist();
    }

    @Test
    void keepsWhatGitWasToldToIgnore() {
        toy.edit(".gitignore", "*.java\n");
        toy.edit(ToyCourse.TIMER, "class Timer { int mine; }\n");

        solution.with("2");

        new RunCommand(new ResetCommand(repository)).with("--to", "HEAD~1");
        assertThat(toy.read(ToyCourse.TIMER)).contains("mine");
    }

    @Test
    void takesFilesOfLaterStatesAway() {
        toy.lay(3);

        solution.with("1");

        assertThat(toy.file(ToyCourse.TIMER)).doesNotExist();
    }

    @Test
    void leavesTheLearnersFiles_andNamesThem() {
        toy.edit(OWN, "class Own {}\n");

        solution.with("2");

        assertThat(toy.file(OWN)).exists();
        assertThat(solution.out()).contains("  " + OWN);
    }

    @Test
    void bringsBackWhatWasDeleted() throws IOException {
        try (Stream<Path> all = Files.walk(toy.file("score-service"))) {
            all.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> assertThat(file.delete()).isTrue());
        }

        assertThat(solution.with("2")).isEqualTo(0);

        assertThat(toy.file(ToyCourse.SCORES)).exists();
    }

    @Test
    void replacesWhatIsReadOnly() {
        assertThat(toy.file(ToyCourse.BEER).toFile().setReadOnly()).isTrue();

        assertThat(solution.with("2")).isEqualTo(0);

        assertThat(toy.read(ToyCourse.BEER)).contains("02");
    }

    @Test
    void keepsBytesThatAreNoText() throws IOException {
        byte[] bytes = {0, 13, 10, -1, 13};
        Files.write(toy.file("beer-donut-app/picture"), bytes);
        Files.writeString(toy.file(ToyCourse.BEER), "class Beer {\r\n}\r\n");
        solution.with("2");

        new RunCommand(new ResetCommand(repository)).with("--to", "HEAD~1");

        assertThat(toy.file("beer-donut-app/picture")).hasBinaryContent(bytes);
        assertThat(toy.read(ToyCourse.BEER)).isEqualTo("class Beer {\r\n}\r\n");
    }

    @Test
    void saysWhatIsSafe_whenAFolderIsInTheWay() throws IOException {
        Files.delete(toy.file(ToyCourse.BEER));
        toy.edit(ToyCourse.BEER + "/inside", "odd");

        assertThat(solution.with("2")).isEqualTo(2);

        assertThat(solution.err()).contains("could not be written", "is safe as commit");
    }

    @Test
    void beginsAHistory_whenItsOwnIsGone() throws IOException {
        try (Stream<Path> all = Files.walk(toy.file(".git"))) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                assertThat(path.toFile().setWritable(true)).isTrue();
                assertThat(path.toFile().delete()).isTrue();
            });
        }

        assertThat(solution.with("2")).isEqualTo(0);

        assertThat(solution.out()).contains("a new history begins here");
    }

    @Test
    void saysSo_whenThereIsNoWorkspace(@TempDir Path elsewhere) {
        new ToyRepository(elsewhere);
        RunCommand there = new RunCommand(new SolutionCommand(elsewhere));

        assertThat(there.with("2")).isEqualTo(2);

        assertThat(there.err()).containsPattern("no workspace yet.\\nNext: .*workshop start$");
    }

    @Test
    void saysSo_whenAnotherGitIsAtWork() {
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");
        toy.edit(".git/index.lock", "");

        assertThat(solution.with("2")).isEqualTo(2);

        assertThat(solution.err()).contains("Is another Git at work there?", "index.lock");
        assertThat(toy.read(ToyCourse.BEER)).contains("mine");
    }
}
