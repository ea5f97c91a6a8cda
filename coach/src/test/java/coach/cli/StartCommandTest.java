package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import coach.course.workspace.WorkspaceCreation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCommandTest {

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand start;

    @BeforeEach
    void make() {
        toy = new ToyRepository(repository);
        start = new RunCommand(new StartCommand(repository));
    }

    @Test
    void makesTheShippedState() {
        assertThat(start.with()).isEqualTo(0);

        assertThat(toy.workspace().files().digest())
                .isEqualTo(toy.course().shipped().digest());
        assertThat(start.out()).contains("IntelliJ", "VS Code", "Eclipse").containsPattern("Next: .*workshop up\\n$");
    }

    @Test
    void makesAPomOfTheTwoModules() {
        start.with();

        assertThat(toy.read("pom.xml"))
                .contains("beer-donut-app", "score-service")
                .doesNotContain("coach");
    }

    @Test
    void commitsOnce() {
        start.with();

        assertThat(toy.commits()).isEqualTo(1);
        assertThat(toy.workspace().save("again")).isEmpty();
    }

    @Test
    void changesNothing_whenItIsThereAlready() {
        start.with();
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");

        assertThat(start.with()).isEqualTo(0);

        assertThat(toy.read(ToyCourse.BEER)).contains("mine");
        assertThat(toy.commits()).isEqualTo(1);
        assertThat(start.out()).contains("already");
    }

    @Test
    void completesIt_whenHalfOfItIsThere() {
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");

        assertThat(start.with()).isEqualTo(0);

        assertThat(start.out()).contains("not complete, and is now");
        assertThat(toy.read(ToyCourse.BEER)).contains("mine");
        assertThat(toy.file(ToyCourse.DONUT)).exists();
        assertThat(toy.commits()).isEqualTo(1);
    }

    @Test
    void clearsAway_whatACrashLeftInTheMaking() throws IOException {
        toy.toy().write(".workshop/workspace-in-the-making-1/half", "");
        Path left = repository.resolve(".workshop").resolve("workspace-in-the-making-1");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(1))));

        start.with();

        assertThat(left).doesNotExist();
        assertThat(toy.file(ToyCourse.DONUT)).exists();
    }

    @Test
    void leavesTheOneAlone_thatAnotherProcessIsMakingNow() {
        toy.toy().write(".workshop/workspace-in-the-making-1/half", "");

        start.with();

        assertThat(repository.resolve(".workshop/workspace-in-the-making-1/half"))
                .exists();
    }

    @Test
    void takesTheOneThatIsThere_whenAnotherProcessWasFirst() throws IOException {
        WorkspaceCreation first = new WorkspaceCreation(repository);
        WorkspaceCreation second = new WorkspaceCreation(repository);
        Path firsts = first.makeAside();
        Path seconds = second.makeAside();

        assertThat(first.moveIntoPlace(firsts)).isEqualTo(WorkspaceCreation.Outcome.MADE);
        toy.edit(ToyCourse.BEER, "class Beer { int mine; }\n");
        assertThat(second.moveIntoPlace(seconds)).isEqualTo(WorkspaceCreation.Outcome.WAS_THERE);

        assertThat(toy.read(ToyCourse.BEER)).contains("mine");
        assertThat(repository.resolve(".workshop")).isEmptyDirectory();
    }

    @Test
    void putsThePomBack() throws IOException {
        start.with();
        Files.delete(toy.file("pom.xml"));

        assertThat(start.with()).isEqualTo(0);

        assertThat(toy.file("pom.xml")).exists();
    }

    @Test
    void saysHowToGetAModuleBack() throws IOException {
        start.with();
        try (Stream<Path> all = Files.walk(toy.file("score-service"))) {
            all.sorted(Comparator.reverseOrder())
                    .map(Path::toFile)
                    .forEach(file -> assertThat(file.delete()).isTrue());
        }

        assertThat(start.with()).isEqualTo(1);

        assertThat(start.out()).contains("score-service is gone").containsPattern("Next: .*workshop reset\\n$");
    }

    @Test
    void saysSo_whenAFileIsInTheWay() {
        toy.toy().write("workspace", "a file");

        assertThat(start.with()).isEqualTo(2);

        assertThat(start.err()).contains("is a file").containsPattern("workshop start$");
    }
}
