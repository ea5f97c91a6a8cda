package coach.course.workspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.compiler.CompiledServices;
import coach.bar.compiler.FileContent;
import coach.bar.environment.Folders;
import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import coach.course.Course;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes the workspace, or adds what an existing one lacks. */
public final class WorkspaceCreation {

    private static final String ASIDE = "workspace-in-the-making-";
    private static final Duration ABANDONED = Duration.ofHours(1);

    private static final String IGNORED = """
            target/
            .idea/
            *.iml
            .vscode/
            .settings/
            .classpath
            .project
            .factorypath
            .DS_Store
            """;
    private static final String README = """
            # Your workspace

            The bar's app and its score service, for you to change: a copy that `./workshop start` made of the two
            folders of the same name beside this one. `./workshop up` runs this copy, `./workshop check` looks at what
            you changed here.

            It has a Git history of its own. Each check that passes is a commit, and so is what was here before
            `./workshop solution` or `./workshop reset`: nothing you write gets lost. Files of your own are welcome.
            """;

    private final Path repository;
    private final Path folder;

    public WorkspaceCreation(Path repository) {
        this.repository = repository;
        this.folder = Workspace.folder(repository);
    }

    public enum Outcome {
        MADE,
        COMPLETED,
        WAS_THERE
    }

    public Outcome make() {
        try {
            if (!Files.exists(folder)) {
                return moveIntoPlace(makeAside());
            }
            return complete() ? Outcome.COMPLETED : Outcome.WAS_THERE;
        } catch (IOException e) {
            String text = "The workspace could not be made in %s: %s%nMay you write there? Then once more: %s";
            throw new UserError(text.formatted(folder, e, Workshop.command("start")), e);
        }
    }

    /** Makes the workspace in a folder of another name, so that no program finds half of it. */
    public Path makeAside() throws IOException {
        Path state = folder.resolveSibling(".workshop");
        deleteAbandoned(state);
        // Each process has its own: two may be at it at once, one of them in a container.
        Path aside = Files.createDirectories(state.resolve(ASIDE + UUID.randomUUID()));
        fill(aside);
        return aside;
    }

    /** Moves the folder into place, unless another process has just done the same. */
    public Outcome moveIntoPlace(Path aside) throws IOException {
        try {
            return Folders.moveUnlessThere(aside, folder) ? Outcome.MADE : Outcome.WAS_THERE;
        } finally {
            delete(aside);
        }
    }

    /** Deletes folders that are left from a crash: making a workspace takes seconds. */
    private static void deleteAbandoned(Path state) throws IOException {
        if (!Files.isDirectory(state)) {
            return;
        }
        FileTime longAgo = FileTime.from(Instant.now().minus(ABANDONED));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(state, ASIDE + "*")) {
            for (Path aside : all) {
                if (Files.getLastModifiedTime(aside).compareTo(longAgo) < 0) {
                    delete(aside);
                }
            }
        }
    }

    private boolean complete() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UserError(
                    "%s is a file; the workspace should be a folder of that name.%nMove it away, and then: %s"
                            .formatted(folder, Workshop.command("start")));
        }
        if (WorkspaceHistory.isIn(folder) && Files.exists(folder.resolve("pom.xml"))) {
            return false;
        }
        fill(folder);
        return true;
    }

    /** Writes the missing files; where there is a history, the learner has deleted the course's files on purpose. */
    private void fill(Path target) throws IOException {
        if (!WorkspaceHistory.isIn(target)) {
            for (var file : Course.in(repository).shipped().files().entrySet()) {
                write(target.resolve(file.getKey()), Files.readAllBytes(file.getValue()));
            }
        }
        write(target.resolve("pom.xml"), pom().getBytes(UTF_8));
        write(target.resolve("README.md"), README.getBytes(UTF_8));
        write(target.resolve(".gitignore"), IGNORED.getBytes(UTF_8));
        try (WorkspaceHistory history = WorkspaceHistory.open(target)) {
            String started = WorkspaceVersion.noted(WorkspaceProgress.started(1), Course.in(repository));
            history.save(history.head().isEmpty() ? started : "completed");
        }
    }

    /** Writes the pom that a workspace of the version that is here has. */
    void renewPom(Path target) throws IOException {
        FileContent.write(target.resolve("pom.xml"), pom().getBytes(UTF_8));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        }
    }

    /** Gives the repository's pom with the services, and labs, which Maven takes where they are: versions stay the same. */
    private String pom() throws IOException {
        String modules = String.join("|", CompiledServices.MODULES);
        return Files.readString(repository.resolve("pom.xml"))
                .replaceAll("\\s*<module>(?!(" + modules + ")<|labs/)[^<]*</module>", "")
                .replaceFirst("</name>", ": your workspace</name>");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                FileContent.delete(path);
            }
        }
    }
}
