package containers;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;

/** Copies the repository as a learner gets it: without what has been built, and without a workspace. */
final class Clone extends SimpleFileVisitor<Path> {

    private static final Set<String> NOT_OURS = Set.of(".git", ".workshop", "target", "workspace", ".idea");

    private final Path from;
    private final Path to;

    private Clone(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    static Path of(Path repository, Path to) throws IOException {
        Files.walkFileTree(repository, new Clone(repository, to));
        return to;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        // One of the coach's packages is called workspace, too.
        boolean ours = !NOT_OURS.contains(folder.getFileName().toString())
                || folder.toString().contains("src");
        if (!ours) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        Files.createDirectories(to.resolve(from.relativize(folder).toString()));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
        return FileVisitResult.CONTINUE;
    }
}
