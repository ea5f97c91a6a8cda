package coach.course.workspace;

import coach.course.Course;
import coach.course.ToyCourse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The toy course, with a pom to make a workspace from, and short ways of looking into that. */
public final class ToyRepository {

    private static final String POM = """
            <project>
              <name>Beer</name>
              <modules>
                <module>score-service</module>
                <module>beer-donut-app</module>
                <module>coach</module>
                <module>labs/tool</module>
              </modules>
            </project>
            """;

    private final Path repository;
    private final ToyCourse toy;

    public ToyRepository(Path repository) {
        this.repository = repository;
        this.toy = new ToyCourse(repository);
        toy.write("pom.xml", POM);
    }

    public static ToyRepository withWorkspace(Path repository) {
        ToyRepository made = new ToyRepository(repository);
        new WorkspaceCreation(repository).make();
        return made;
    }

    public ToyCourse toy() {
        return toy;
    }

    public Course course() {
        return toy.course();
    }

    public Workspace workspace() {
        return Workspace.of(repository);
    }

    public Path file(String path) {
        return repository.resolve("workspace").resolve(path);
    }

    public void edit(String path, String content) {
        toy.write("workspace/" + path, content);
    }

    public void lay(int step) {
        workspace().lay(course().state(step), course(), WorkspaceProgress.laid(step, false));
    }

    public String newest() {
        try (WorkspaceHistory history = WorkspaceHistory.open(repository.resolve("workspace"))) {
            return WorkspaceHistory.shortId(history.head().orElseThrow());
        }
    }

    public int commits() {
        try (WorkspaceHistory history = WorkspaceHistory.open(repository.resolve("workspace"))) {
            return history.commits().size();
        }
    }

    public String read(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
