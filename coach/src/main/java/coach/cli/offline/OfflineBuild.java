package coach.cli.offline;

import coach.bar.environment.Folders;
import coach.cli.offline.MavenRunner.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a copy of the workshop with Maven as a class would, so that a missing library shows here and not in class.
 *
 * <p>The build also starts the runs of unit and integration tests, with a tag that no test has: Surefire and Failsafe
 * fetch some of their libraries only then.
 */
final class OfflineBuild {

    private static final List<String> NO_TEST = List.of("-Dgroups=rehearsal", "-DfailIfNoTests=false");

    private final Path clone;
    private final MavenRunner maven;
    private final Consumer<String> progress;

    private OfflineBuild(Path clone, MavenRunner maven, Consumer<String> progress) {
        this.clone = clone;
        this.maven = maven;
        this.progress = progress;
    }

    /** @param folder for the copy; what is in it is deleted first */
    static OfflineBuild in(Path folder, Path repository, MavenRunner maven, Consumer<String> progress) {
        Folders.delete(folder);
        TrackedFiles.copy(repository, folder);
        return new OfflineBuild(folder, maven, progress);
    }

    /** @param options that tell Maven where to fetch missing libraries */
    Run run(List<String> options) {
        return run(options, "clean", "verify");
    }

    /** Builds once more, with the classes that are there. */
    Run runAgain(List<String> options) {
        return run(options, "verify");
    }

    private Run run(List<String> options, String... goals) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(NO_TEST);
        arguments.addAll(List.of(goals));
        return maven.run(clone, arguments, progress);
    }

    Path folder() {
        return clone;
    }
}
