package coach.course.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.FileContent;
import coach.bar.compiler.ModuleSources;
import coach.course.Course;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Notes in a workspace's commits which version of the course their files are from, and reads it back.
 *
 * <p>The note is a line at the end of a commit's message, so that it goes along when the history is copied or reset.
 */
final class WorkspaceVersion {

    private static final String FOOTER = "Workshop-Version";
    private static final int DIGITS = 16;

    private final WorkspaceHistory history;
    private final WorkspaceProgress progress;

    WorkspaceVersion(WorkspaceHistory history) {
        this.history = history;
        this.progress = new WorkspaceProgress(history);
    }

    /** The message of a commit that lays files of this course. */
    static String noted(String message, Course course) {
        return message + "\n\n" + FOOTER + ": " + of(course);
    }

    /** Changes with each shipped file, and with each file that a solution adds or renames. */
    private static String of(Course course) {
        String text = course.shipped().digest() + "\n" + String.join("\n", course.paths());
        return FileContent.hex(FileContent.sha256().digest(text.getBytes(UTF_8)))
                .substring(0, DIGITS);
    }

    /** Whether the files are from another version of the course; false where the history does not tell. */
    boolean isOutdated(Course course) {
        Optional<RevCommit> laid = history.head().flatMap(this::laid);
        return laid.isPresent() && !laid.get().getFooterLines(FOOTER).contains(of(course));
    }

    /** The commit that laid the files that a commit has. */
    private Optional<RevCommit> laid(RevCommit newest) {
        for (RevCommit commit : history.commits(newest)) {
            Optional<RevCommit> earlier = progress.earlier(commit);
            if (earlier.isPresent()) {
                return laid(earlier.get());
            }
            if (progress.replaced(commit).isPresent()) {
                return Optional.of(commit);
            }
        }
        return Optional.empty();
    }

    /** The paths of all files that the course has ever put into this workspace, be it in an older version. */
    Set<String> laidPaths() {
        return history.attempt(() -> {
            Set<String> paths = new TreeSet<>();
            for (RevCommit commit : history.commits()) {
                boolean lays = progress.replaced(commit).isPresent()
                        && progress.earlier(commit).isEmpty();
                if (lays) {
                    paths.addAll(changed(commit));
                }
            }
            return paths;
        });
    }

    /** What differs from the commit before, which holds what the learner had. */
    private Set<String> changed(RevCommit commit) throws IOException {
        Repository repository = history.repository();
        Set<String> paths = new TreeSet<>();
        try (TreeWalk walk = new TreeWalk(repository);
                RevWalk commits = new RevWalk(repository)) {
            if (commit.getParentCount() == 0) {
                walk.addTree(new EmptyTreeIterator());
            } else {
                walk.addTree(commits.parseCommit(commit.getParent(0)).getTree());
            }
            walk.addTree(commit.getTree());
            walk.setRecursive(true);
            walk.setFilter(TreeFilter.ANY_DIFF);
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        paths.removeIf(path -> !ModuleSources.include(path));
        return paths;
    }
}
