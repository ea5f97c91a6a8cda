package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.State;
import coach.course.ToyCourse;
import coach.course.workspace.ToyRepository;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {

    @TempDir
    Path repository;

    private ToyRepository toy;
    private RunCommand diff;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
        diff = new RunCommand(new DiffCommand(repository, false));
    }

    @Test
    void showsWhatAStepChanges() {
        assertThat(diff.with("02")).isEqualTo(0);

        assertThat(diff.out()).isEqualTo("""
                diff --git a/%1$s b/%1$s
                --- a/%1$s
                +++ b/%1$s
                @@ -1,3 +1,3 @@
                 class Beer {
                -    // shipped
                +    // 02
                 }
                diff --git a/%2$s b/%2$s
                new file mode 100644
                --- /dev/null
                +++ b/%2$s
                @@ -0,0 +1 @@
                +class Timer {}
                """.formatted(ToyCourse.BEER, ToyCourse.TIMER));
        assertThat(diff.err()).containsPattern("Next: .*workshop solution 02\\n$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"class Timer {}", "", "class Timer {\n\n}\n\n", "class Timér {}\n"})
    void isAppliedByGit(String timer) throws Exception {
        toy.toy().solution("02-time-a-route", ToyCourse.TIMER, timer);
        diff.with("02");

        try (Git git = Git.open(toy.file("").toFile())) {
            git.apply()
                    .setPatch(new ByteArrayInputStream(diff.out().getBytes(StandardCharsets.UTF_8)))
                    .call();
        }

        State there = toy.workspace().files();
        assertThat(there.digest()).isEqualTo(toy.course().state(2).digest());
    }

    @Test
    void showsTheHalfByHand() {
        diff.with("03", "--by-hand");

        assertThat(diff.out()).contains("+class Timer { int byHand; }").doesNotContain(ToyCourse.BEER);
    }

    @Test
    void saysSo_whenAStepChangesNothing() {
        assertThat(diff.with("1")).isEqualTo(0);

        assertThat(diff.out()).isEmpty();
        assertThat(diff.err()).contains("Step 01 changes no file.");
    }

    @Test
    void showsWhatTheLearnerHasChanged() {
        toy.edit(ToyCourse.DONUT, "class Donut { int holes; }\n");

        diff.with();

        assertThat(diff.out()).contains("-class Donut {}\n+class Donut { int holes; }\n");
    }

    @Test
    void showsNoChange_whenOnlyTheLineEndsAreOthers() {
        toy.edit(ToyCourse.DONUT, "class Donut {}\r\n");

        diff.with();

        assertThat(diff.out()).isEmpty();
    }

    @Test
    void saysThatAFileIsNoText() {
        toy.edit("beer-donut-app/picture", "\0\0");

        diff.with();

        assertThat(diff.out()).endsWith("new file mode 100644\nBinary files differ\n");
    }

    @Test
    void hasColours_onATerminal() {
        RunCommand coloured = new RunCommand(new DiffCommand(repository, true));

        coloured.with("02");

        assertThat(coloured.out()).contains("\u001b[31m-    // shipped", "\u001b[32m+    // 02", "\u001b[1m+++ b/");
    }
}
