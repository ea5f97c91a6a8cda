package coach.course.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;

/** The branches that are checked out: the repository's own, and those of its further working trees. */
public final class CheckedOutBranches {

    private static final String BRANCH = "ref: " + Constants.R_HEADS;

    private final Path git;

    public CheckedOutBranches(Repository repository) {
        this.git = repository.getCommonDirectory().toPath();
    }

    public List<String> branches() throws IOException {
        Path trees = git.resolve("worktrees");
        List<Path> folders;
        try (Stream<Path> further = Files.isDirectory(trees) ? Files.list(trees) : Stream.empty()) {
            folders = Stream.concat(Stream.of(git), further).toList();
        }
        List<String> branches = new ArrayList<>();
        for (Path folder : folders) {
            Path head = folder.resolve(Constants.HEAD);
            String line = Files.isRegularFile(head) ? Files.readString(head).strip() : "";
            if (line.startsWith(BRANCH)) {
                branches.add(line.substring(BRANCH.length()));
            }
        }
        return branches;
    }
}
