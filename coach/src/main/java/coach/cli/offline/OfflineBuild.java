package coach.cli.offline;

import coach.bar.environment.Folders;
import coach.cli.offline.MavenRunner.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All that a class does with Maven, done once in a clone of its own: what is missing on this machine shows here, and not in class.
 *
 * <p>It compiles, packages and starts the runs of unit and integration tests, each with a tag that no test has: their plug-ins fetch some
 * of what they need only then.
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

    /** @param folder that becomes the clone; what is in it goes first */
    static OfflineBuild in(Path folder, Path repository, MavenRunner maven, Consumer<String> progress) {
        Folders.delete(folder);
        TrackedFiles.copy(repository, folder);
        return new OfflineBuild(folder, maven, progress);
    }

    /** @param options that say where Maven gets from what it does not have */
    Run run(List<String> options) {
        return run(options, "clean", "verify");
    }

    /** With what is compiled by now. */
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
