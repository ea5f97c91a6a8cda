package coach.course.workspace;

import coach.bar.compiler.FileContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.TreeWalk;

/** The files of one commit, which can be written back to a folder. */
final class CommitSnapshot {

    private final Repository repository;
    private final RevCommit commit;

    CommitSnapshot(Repository repository, RevCommit commit) {
        this.repository = repository;
        this.commit = commit;
    }

    Set<String> paths() throws IOException {
        Set<String> paths = new TreeSet<>();
        try (TreeWalk walk = walk()) {
            while (walk.next()) {
                paths.add(walk.getPathString());
            }
        }
        return paths;
    }

    void writeTo(Path folder) throws IOException {
        try (TreeWalk walk = walk()) {
            while (walk.next()) {
                FileMode mode = walk.getFileMode(0);
                // Links and repositories within are left as they are: no file of the course is one.
                if (mode.equals(FileMode.REGULAR_FILE) || mode.equals(FileMode.EXECUTABLE_FILE)) {
                    byte[] bytes =
                            walk.getObjectReader().open(walk.getObjectId(0)).getBytes();
                    write(folder.resolve(walk.getPathString()), bytes, mode.equals(FileMode.EXECUTABLE_FILE));
                }
            }
        }
    }

    private static void write(Path file, byte[] bytes, boolean executable) throws IOException {
        FileContent.write(file, bytes);
        if (executable && !file.toFile().setExecutable(true)) {
            throw new IOException("could not make it executable: " + file);
        }
    }

    private TreeWalk walk() throws IOException {
        TreeWalk walk = new TreeWalk(repository);
        walk.addTree(commit.getTree());
        walk.setRecursive(true);
        return walk;
    }
}
