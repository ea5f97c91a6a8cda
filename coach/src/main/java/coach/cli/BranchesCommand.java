package coach.cli;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.workspace.IsolatedGit;
import coach.course.workspace.SolutionBranches;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.revwalk.RevCommit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the branches of the solutions, without touching what is checked out. */
@Command(
        name = "branches",
        description = "Makes the repository's local branches solution/NN-name, one commit a step on what is committed.")
final class BranchesCommand implements Callable<Integer> {

    private static final String PREFIX = "solution/";

    @Spec
    private CommandSpec spec;

    private final Path folder;

    public BranchesCommand() {
        this(Workshop.repository());
    }

    BranchesCommand(Path folder) {
        this.folder = folder;
    }

    @Override
    public Integer call() {
        IsolatedGit.use();
        if (!Files.exists(folder.resolve(".git"))) {
            throw new UserError("%s is no Git repository: its branches have nowhere to be.%nNext: git clone, or %s"
                    .formatted(folder, Workshop.command("diff 02")));
        }
        try (Repository repository = new RepositoryBuilder()
                .findGitDir(folder.toFile())
                .setMustExist(true)
                .build()) {
            return make(new Git(repository));
        } catch (IOException | GitAPIException e) {
            throw new UserError("The branches could not be made in %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private int make(Git git) throws IOException, GitAPIException {
        Repository repository = git.getRepository();
        for (String branch : SolutionBranches.checkedOut(repository)) {
            if (branch.startsWith(PREFIX)) {
                throw new UserError("The branch %s is checked out; it would change under you.%nNext: git switch main"
                        .formatted(branch));
            }
        }
        ObjectId head = repository.resolve(Constants.HEAD);
        if (head == null) {
            throw new UserError(
                    "The repository has no commit yet, and the branches start from one.%nNext: git commit".formatted());
        }
        RevCommit base = repository.parseCommit(head);
        Map<String, ObjectId> commits = new SolutionBranches(repository, base).commits();
        PrintWriter out = spec.commandLine().getOut();
        out.println("From what is committed, " + SolutionBranches.shortId(base) + " (" + base.getShortMessage() + "):");
        for (Map.Entry<String, ObjectId> commit : commits.entrySet()) {
            point(git, PREFIX + commit.getKey(), commit.getValue());
            out.println("  " + SolutionBranches.shortId(commit.getValue()) + "  " + PREFIX + commit.getKey());
        }
        if (commits.isEmpty()) {
            out.println("  no steps, so no branches");
        }
        out.println("Next: "
                + (commits.isEmpty() ? Workshop.command("lock") : "git log --oneline --graph --branches=solution"));
        return 0;
    }

    private static void point(Git git, String branch, ObjectId commit) throws IOException, GitAPIException {
        try {
            git.branchCreate()
                    .setName(branch)
                    .setStartPoint(commit.name())
                    .setForce(true)
                    .call();
        } catch (JGitInternalException e) {
            throw new IOException(
                    "the branch " + branch
                            + " cannot be set. Is there one named solution, or may nothing be written there?",
                    e);
        }
    }
}
