package coach.course.workspace;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.EmptyCommitException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The commits of the Git repository that lies in one folder. */
final class WorkspaceHistory implements AutoCloseable {

    private static final int SHORT = 7;
    static final PersonIdent WORKSHOP = new PersonIdent("Workshop", "workshop@localhost");

    private final Repository repository;

    private WorkspaceHistory(Repository repository) {
        this.repository = repository;
    }

    /** Says whether that folder has a Git repository with a commit. */
    static boolean isIn(Path folder) {
        if (!Files.exists(folder.resolve(".git"))) {
            return false;
        }
        try (WorkspaceHistory history = open(folder)) {
            return history.head().isPresent();
        }
    }

    /** Opens the folder's history, and begins one if there is none. */
    static WorkspaceHistory open(Path folder) {
        IsolatedGit.use();
        return GitErrors.attempt(folder, () -> {
            Path git = folder.resolve(".git");
            if (!Files.exists(git)) {
                begin(folder);
            }
            // By its path: a search would find the repository around it.
            Repository repository = new RepositoryBuilder()
                    .setGitDir(git.toFile())
                    .setWorkTree(folder.toFile())
                    .setMustExist(true)
                    .build();
            // For this object alone: even setNoVerify(true) runs a post-commit hook.
            repository
                    .getConfig()
                    .setString(
                            "core", null, "hooksPath", git.resolve("no-hooks").toString());
            return new WorkspaceHistory(repository);
        });
    }

    private static void begin(Path folder) throws Exception {
        try (Git git = Git.init()
                .setDirectory(folder.toFile())
                .setInitialBranch("main")
                .call()) {
            StoredConfig config = git.getRepository().getConfig();
            config.setBoolean("core", null, "autocrlf", false);
            config.save();
        }
    }

    Optional<RevCommit> head() {
        return find(Constants.HEAD);
    }

    /** @param id of a commit, or its first digits, or another name that Git understands */
    Optional<RevCommit> find(String id) {
        return attempt(() -> {
            try (RevWalk walk = new RevWalk(repository)) {
                ObjectId found = repository.resolve(id + "^{commit}");
                return Optional.ofNullable(found == null ? null : walk.parseCommit(found));
            } catch (RevisionSyntaxException e) {
                return Optional.empty();
            }
        });
    }

    /** Gives all commits, the newest first. */
    List<RevCommit> commits() {
        return head().map(this::commits).orElse(List.of());
    }

    /** Gives that commit and all before it. */
    List<RevCommit> commits(RevCommit newest) {
        return attempt(() -> {
            try (RevWalk walk = new RevWalk(repository)) {
                List<RevCommit> commits = new ArrayList<>();
                walk.markStart(walk.parseCommit(newest));
                walk.forEach(commits::add);
                return commits;
            }
        });
    }

    /**
     * Commits all that has changed.
     *
     * @return nothing when nothing has changed
     */
    Optional<RevCommit> save(String message) {
        return attempt(() -> {
            try {
                return Optional.of(commit(message, false));
            } catch (EmptyCommitException e) {
                return Optional.empty();
            }
        });
    }

    /** Commits all, even if nothing has changed. */
    RevCommit note(String message) {
        return attempt(() -> commit(message, true));
    }

    private RevCommit commit(String message, boolean allowEmpty) throws Exception {
        try (Git git = new Git(repository)) {
            new WorkTreeStager(git).stageAll();
            return git.commit()
                    .setMessage(message + "\n")
                    .setAuthor(person())
                    .setCommitter(person())
                    .setAllowEmpty(allowEmpty)
                    .setNoVerify(true)
                    .setSign(false)
                    .setReflogComment("workshop: " + message)
                    .call();
        }
    }

    private PersonIdent person() {
        String name = repository.getConfig().getString("user", null, "name");
        String email = repository.getConfig().getString("user", null, "email");
        boolean known = name != null && email != null;
        return known ? new PersonIdent(name, email) : new PersonIdent(WORKSHOP, Instant.now());
    }

    Repository repository() {
        return repository;
    }

    static String shortId(AnyObjectId commit) {
        return commit.abbreviate(SHORT).name();
    }

    <T> T attempt(Callable<T> work) {
        return GitErrors.attempt(repository.getWorkTree().toPath(), work);
    }

    @Override
    public void close() {
        repository.close();
    }
}
