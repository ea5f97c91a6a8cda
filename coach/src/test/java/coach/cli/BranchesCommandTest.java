package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.RunCommand;
import coach.course.ToyCourse;
import coach.course.workspace.IsolatedGit;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.internal.storage.file.LockFile;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BranchesCommandTest {

    @TempDir
    Path repository;

    private ToyCourse toy;
    private Git git;
    private RevCommit base;
    private RunCommand branches;

    @BeforeEach
    void make() throws Exception {
        IsolatedGit.use();
        toy = new ToyCourse(repository);
        git = Git.init()
                .setDirectory(repository.toFile())
                .setInitialBranch("main")
                .call();
        git.add().addFilepattern(".").call();
        base = git.commit()
                .setMessage("base")
                .setAuthor("a", "b")
                .setCommitter("a", "b")
                .call();
        branches = new RunCommand(new BranchesCommand(repository));
    }

    @AfterEach
    void close() {
        git.close();
    }

    @Test
    void makesOneForEachStep_eachOnTheOneBefore() throws Exception {
        assertThat(branches.with()).isEqualTo(0);

        Map<String, ObjectId> made = made();
        assertThat(made).containsOnlyKeys("01-explore", "02-time-a-route", "03-middleware");
        assertThat(made.get("01-explore")).isEqualTo(base);
        assertThat(commit("02-time-a-route").getParent(0)).isEqualTo(base);
        assertThat(commit("03-middleware").getParent(0)).isEqualTo(made.get("02-time-a-route"));
    }

    @Test
    void laysTheSolutionOverTheRealPaths() throws Exception {
        branches.with();

        assertThat(content("03-middleware", ToyCourse.BEER)).contains("03");
        assertThat(content("03-middleware", ToyCourse.TIMER)).isEqualTo("class Timer {}\n");
        assertThat(content("03-middleware", ToyCourse.DONUT)).isEqualTo("class Donut {}\n");
    }

    @Test
    void takesItsMessageFromTheReadme() throws Exception {
        branches.with();

        assertThat(commit("02-time-a-route").getFullMessage()).isEqualTo("Time a route\n\nLearn what took how long.\n");
    }

    @Test
    void givesTheSameIdsTwice() throws Exception {
        branches.with();
        Map<String, ObjectId> first = made();

        branches.with();

        assertThat(made()).isEqualTo(first);
    }

    @Test
    void touchesNeitherFilesNorIndex() throws Exception {
        toy.write(ToyCourse.DONUT, "class Donut { int edited; }\n");

        branches.with();

        assertThat(git.status().call().getModified()).containsExactly(ToyCourse.DONUT);
        assertThat(git.status().call().getChanged()).isEmpty();
        assertThat(git.getRepository().getBranch()).isEqualTo("main");
    }

    @Test
    void movesThem_whenASolutionChanges() throws Exception {
        branches.with();
        toy.solution("02-time-a-route", ToyCourse.TIMER, "class Timer { int better; }\n");
        git.add().addFilepattern(".").call();
        git.commit()
                .setMessage("better")
                .setAuthor("a", "b")
                .setCommitter("a", "b")
                .call();

        assertThat(branches.with()).isEqualTo(0);

        assertThat(content("02-time-a-route", ToyCourse.TIMER)).contains("better");
    }

    @Test
    void refuses_whenOneIsCheckedOut() throws Exception {
        branches.with();
        git.checkout().setName("solution/02-time-a-route").call();

        assertThat(branches.with()).isEqualTo(2);

        assertThat(branches.err()).contains("solution/02-time-a-route is checked out");
    }

    @Test
    void saysSo_whenABranchIsInTheWay() throws Exception {
        git.branchCreate().setName("solution").call();

        assertThat(branches.with()).isEqualTo(2);

        assertThat(branches.err()).contains("Is there one named solution");
    }

    @Test
    void leavesTheWordToTheCommand_whenJGitFails() {
        assertThat(LoggerFactory.getLogger(LockFile.class).isErrorEnabled()).isFalse();
    }

    @Test
    void saysSo_whenThereIsNoRepository(@TempDir Path elsewhere) {
        RunCommand there = new RunCommand(new BranchesCommand(elsewhere));

        assertThat(there.with()).isEqualTo(2);

        assertThat(there.err()).contains("is no Git repository");
    }

    private Map<String, ObjectId> made() throws Exception {
        Map<String, ObjectId> made = new TreeMap<>();
        for (Ref ref : git.getRepository().getRefDatabase().getRefsByPrefix("refs/heads/solution/")) {
            made.put(ref.getName().substring("refs/heads/solution/".length()), ref.getObjectId());
        }
        return made;
    }

    private RevCommit commit(String step) throws Exception {
        return git.getRepository().parseCommit(made().get(step));
    }

    private String content(String step, String path) throws Exception {
        try (TreeWalk file =
                TreeWalk.forPath(git.getRepository(), path, commit(step).getTree())) {
            return new String(git.getRepository().open(file.getObjectId(0)).getBytes(), "UTF-8");
        }
    }
}
