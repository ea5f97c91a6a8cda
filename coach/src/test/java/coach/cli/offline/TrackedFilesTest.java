package coach.cli.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import coach.course.ToyCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrackedFilesTest {

    @TempDir
    private Path temp;

    @Test
    void leavesOutWhatGitDoesNotKnow() throws Exception {
        Path clone = Files.createDirectories(temp.resolve("clone"));
        Files.writeString(clone.resolve("README.md"), "text");
        try (Git git = Git.init().setDirectory(clone.toFile()).call()) {
            git.add().addFilepattern("README.md").call();
        }

        Files.writeString(clone.resolve("passwords.txt"), "secret");

        assertThat(TrackedFiles.in(clone)).containsOnlyKeys("README.md");
    }

    @Test
    void leavesOutTools_thatNoLabIsAbout() throws Exception {
        Path clone = Files.createDirectories(temp.resolve("clone"));
        new ToyCourse(clone).withLab();

        try (Git git = Git.init().setDirectory(clone.toFile()).call()) {
            git.add().addFilepattern(".").call();
        }

        assertThat(TrackedFiles.in(clone))
                .containsKeys(ToyCourse.TOOL, ToyCourse.TOOL_POM)
                .doesNotContainKey("labs/other/pom.xml");
    }

    @Test
    void areThoseOfThePack_whereThereIsNoGit() throws IOException {
        Path content = Files.writeString(temp.resolve("content"), "text");
        TreeMap<String, Path> contents = new TreeMap<>();
        for (String name :
                new String[] {"README.md", "coach/target/classes/A.class", ".workshop/maven-repository/a.jar"}) {
            contents.put(name, content);
        }
        new PackWriter(temp.resolve("pack.zip")).write(contents);

        Unpack.unpack(temp.resolve("pack.zip"), temp.resolve("unpacked"));

        assertThat(TrackedFiles.in(temp.resolve("unpacked"))).containsOnlyKeys("README.md");
    }

    @Test
    void cannotBeToldInAnyOtherFolder() {
        assertThatThrownBy(() -> TrackedFiles.in(temp))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("neither a clone nor an unpacked pack");
    }
}
