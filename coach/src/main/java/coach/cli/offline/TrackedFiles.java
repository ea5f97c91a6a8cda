package coach.cli.offline;

import coach.bar.environment.UserError;
import coach.course.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** Lists and copies the workshop's own files: those of a clone, without files that were added beside them. */
final class TrackedFiles {

    /** Tools that stand on their own: a pack has only those that a lab of the course is about. */
    private static final String LABS = "labs/";

    private TrackedFiles() {}

    /** The files by their paths, with «/»: from Git's index in a clone, from the pack's list in an unpacked pack. */
    static SortedMap<String, Path> in(Path repository) {
        try {
            SortedMap<String, Path> files = new TreeMap<>();
            List<String> labs = Course.in(repository).labs().stream()
                    .flatMap(lab -> lab.lab().orElseThrow().folders().stream())
                    .toList();
            for (String name : Files.exists(repository.resolve(".git")) ? ofGit(repository) : ofPack(repository)) {
                Path file = repository.resolve(name);
                // Deleted, and not yet committed.
                if (Files.isRegularFile(file)
                        && (!name.startsWith(LABS) || labs.stream().anyMatch(lab -> name.startsWith(lab + "/")))) {
                    files.put(name, file);
                }
            }
            return files;
        } catch (IOException e) {
            throw new UserError("What belongs to the workshop could not be read in %s: %s".formatted(repository, e), e);
        }
    }

    private static Iterable<String> ofGit(Path folder) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                .setWorkTree(folder.toFile())
                .findGitDir(folder.toFile())
                .setMustExist(true)
                .build()) {
            DirCache index = repository.readDirCache();
            return Stream.iterate(0, at -> at < index.getEntryCount(), at -> at + 1)
                    .map(at -> index.getEntry(at).getPathString())
                    .toList();
        }
    }

    private static Iterable<String> ofPack(Path folder) throws IOException {
        Path list = folder.resolve(".workshop").resolve(Unpack.LIST);
        if (!Files.exists(list)) {
            throw new UserError("%s is neither a clone nor an unpacked pack: it has no .git, and no %s.%n"
                    + "Clone the workshop again, and there: %s"
                            .formatted(folder, list, coach.bar.environment.Workshop.command("pack")));
        }
        return new TreeSet<>(Unpack.sums(Files.readAllBytes(list)).keySet())
                .stream()
                        .filter(name -> !Unpack.isMade(name) && !Unpack.isOfThePackItself(name))
                        .toList();
    }

    /** Copies them all into a folder, which is then like a fresh clone. */
    static void copy(Path repository, Path to) {
        try {
            for (var file : in(repository).entrySet()) {
                Path copy = to.resolve(file.getKey());
                Files.createDirectories(copy.getParent());
                Files.copy(file.getValue(), copy);
            }
            // Maven searches the parent folders for .mvn, and ours may hold an unpacked pack's settings.
            Files.createDirectories(to.resolve(".mvn"));
        } catch (IOException e) {
            throw new UserError("A copy of the workshop could not be made in %s: %s".formatted(to, e), e);
        }
    }
}
