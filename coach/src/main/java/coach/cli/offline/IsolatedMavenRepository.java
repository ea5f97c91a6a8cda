package coach.cli.offline;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A Maven repository that begins empty, and gets what is asked for from this machine's own, as if that were far away. */
final class IsolatedMavenRepository {

    /** Notes of where a file came from, or could not be had: elsewhere they make Maven doubt what it has. */
    private static final Set<String> NOTES = Set.of("_remote.repositories", "resolver-status.properties");

    private final Path folder;
    private final Path settings;

    /** @param machines own repository */
    IsolatedMavenRepository(Path folder, Path machines) throws IOException {
        this.folder = folder;
        this.settings = folder.resolveSibling("settings.xml");
        Files.createDirectories(folder);
        Files.writeString(settings, """
                <settings>
                  <mirrors>
                    <mirror><id>this-machine</id><mirrorOf>*</mirrorOf><url>%s</url></mirror>
                  </mirrors>
                </settings>
                """.formatted(machines.toUri()));
    }

    Path folder() {
        return folder;
    }

    /** For Maven: with these it knows neither this machine's settings, nor any other place. A copy on disk has no checksums beside it. */
    List<String> options() {
        return List.of(
                "--lax-checksums",
                "--settings",
                settings.toString(),
                "--global-settings",
                settings.toString(),
                "-Dmaven.repo.local=" + folder);
    }

    /** The same with nothing but what it holds. */
    List<String> optionsOffline() {
        return Stream.concat(Stream.of("--offline"), options().stream()).toList();
    }

    /** Takes away what is about this machine alone. */
    void strip() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (isNote(file.getFileName().toString())) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UserError("%s could not be tidied: %s".formatted(folder, e), e);
        }
    }

    private static boolean isNote(String name) {
        return NOTES.contains(name) || name.endsWith(".lastUpdated") || name.endsWith(".sha1") || name.endsWith(".md5");
    }
}
