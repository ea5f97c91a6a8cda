package coach.course.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** The commits of one folder, which has a Git repository of its own. */
public final class WorkspaceHistory implements AutoCloseable {

    public static final Set<RefUpdate.Result> DONE = EnumSet.of(
            RefUpdate.Result.NEW, RefUpdate.Result.FORCED, RefUpdate.Result.FAST_FORWARD, RefUpdate.Result.NO_CHANGE);
    private static final int SHORT = 7;
    public static final PersonIdent WORKSHOP = new PersonIdent("Workshop", "workshop@localhost");

    private final Repository repository;

    private WorkspaceHistory(Repository repository) {
        this.repository = repository;
    }

    /** Whether that folder has one with anything in it. */
    static boolean isIn(Path folder) {
        if (!Files.exists(folder.resolve(".git"))) {
            return false;
        }
        try (WorkspaceHistory history = open(folder)) {
            return history.head().isPresent();
        }
    }

    /** Opens it, and begins one where there is none. */
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

    /** @param id of a commit, or its beginning, or whatever else Git knows one by */
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

    /** From the newest. */
    List<RevCommit> commits() {
        return head().map(this::commits).orElse(List.of());
    }

    /** That one and those before it. */
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

    /** Commits all that has changed. @return nothing when nothing has */
    Optional<RevCommit> save(String message) {
        return attempt(() -> {
            ObjectId tree = new WorkTreeWriter(repository).tree();
            Optional<RevCommit> head = head();
            boolean same = head.map(commit -> commit.getTree().equals(tree)).orElse(false);
            return same ? Optional.empty() : Optional.of(commit(tree, message, head));
        });
    }

    /** Commits, be there a change or not. */
    RevCommit note(String message) {
        return attempt(() -> commit(new WorkTreeWriter(repository).tree(), message, head()));
    }

    // Not with JGit's own command: that would run hooks, and sign.
    private RevCommit commit(ObjectId tree, String message, Optional<RevCommit> parent) throws IOException {
        CommitBuilder commit = new CommitBuilder();
        commit.setTreeId(tree);
        parent.ifPresent(commit::setParentId);
        commit.setAuthor(person());
        commit.setCommitter(commit.getAuthor());
        commit.setMessage(message + "\n");
        try (ObjectInserter objects = repository.newObjectInserter();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId id = objects.insert(commit);
            objects.flush();
            moveHead(parent.map(RevCommit::getId).orElse(ObjectId.zeroId()), id, message);
            return walk.parseCommit(id);
        }
    }

    private void moveHead(ObjectId from, ObjectId to, String message) throws IOException {
        RefUpdate update = repository.updateRef(Constants.HEAD);
        update.setExpectedOldObjectId(from);
        update.setNewObjectId(to);
        update.setRefLogMessage("workshop: " + message, false);
        update.setRefLogIdent(person());
        RefUpdate.Result result = update.forceUpdate();
        if (!DONE.contains(result)) {
            throw new IOException("its newest commit could not be noted: " + result);
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

    public static String shortId(AnyObjectId commit) {
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
