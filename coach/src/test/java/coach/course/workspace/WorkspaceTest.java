package coach.course.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.ToyCourse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspaceTest {

    @TempDir
    Path repository;

    private ToyRepository toy;

    @BeforeEach
    void make() {
        toy = ToyRepository.withWorkspace(repository);
    }

    @Test
    void isNotThere_whenItsFolderIsEmpty(@TempDir Path elsewhere) throws IOException {
        Files.createDirectory(elsewhere.resolve("workspace"));

        assertThat(Workspace.in(elsewhere)).isEmpty();
    }

    @Test
    void showsSourcesOnly() {
        toy.edit("beer-donut-app/target/classes/Beer.class", "built");
        toy.edit("beer-donut-app/.idea/workspace.xml", "idea");
        toy.edit("beer-donut-app/src/main/java/beerdonut/target/Aim.java", "package beerdonut.target;");

        assertThat(toy.workspace().files().files().keySet())
                .containsExactlyInAnyOrder(
                        ToyCourse.BEER,
                        ToyCourse.DONUT,
                        ToyCourse.SCORES,
                        "beer-donut-app/src/main/java/beerdonut/target/Aim.java");
    }

    @Test
    void savesNothing_whenOnlyWhatIsBuiltHasChanged() {
        toy.edit("beer-donut-app/target/classes/Beer.class", "built");

        assertThat(toy.workspace().save("built")).isEmpty();
    }

    @Test
    void savesADeletion() throws IOException {
        Files.delete(toy.file(ToyCourse.DONUT));

        assertThat(toy.workspace().save("gone")).contains(toy.newest());
    }

    @Test
    void notesAPass_evenWithoutAChange() {
        String id = toy.workspace().pass(1);

        assertThat(id).isEqualTo(toy.newest());
        assertThat(toy.workspace().stateNumber()).isEqualTo(1);
        assertThat(toy.workspace().step()).isEqualTo(2);
    }

    @Test
    void commitsAsTheWorkshop_whateverIsSetUpOnThisMachine() {
        try (WorkspaceHistory history = WorkspaceHistory.open(toy.file(""))) {
            PersonIdent author = history.head().orElseThrow().getAuthorIdent();

            assertThat(author.getName() + " " + author.getEmailAddress()).isEqualTo("Workshop workshop@localhost");
        }
    }

    @Test
    void commitsAsThePersonInItsOwnSettings() throws IOException {
        Path settings = toy.file(".git/config");
        Files.writeString(settings, Files.readString(settings) + "[user]\n\tname = Ada\n\temail = ada@localhost\n");
        toy.workspace().pass(1);

        try (WorkspaceHistory history = WorkspaceHistory.open(toy.file(""))) {
            assertThat(history.head().orElseThrow().getAuthorIdent().getName()).isEqualTo("Ada");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pre-commit", "commit-msg", "post-commit"})
    @DisabledOnOs(OS.WINDOWS)
    void runsNoHook(String name) throws IOException {
        Path hook = toy.file(".git/hooks/" + name);
        Files.createDirectories(hook.getParent());
        Files.writeString(hook, "#!/bin/sh\ntouch \"%s\"\nexit 1\n".formatted(toy.file("hook-ran")));
        assertThat(hook.toFile().setExecutable(true)).isTrue();

        String id = toy.workspace().pass(1);

        assertThat(id).isEqualTo(toy.newest());
        assertThat(toy.file("hook-ran")).doesNotExist();
    }
}
