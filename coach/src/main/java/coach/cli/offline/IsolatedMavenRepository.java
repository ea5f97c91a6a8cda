package coach.cli.offline;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A Maven repository that begins empty and is filled from this machine's own, which is its only mirror. */
final class IsolatedMavenRepository {

    /** Maven's notes on where a file came from: on another machine they make Maven ask that server again. */
    private static final Set<String> NOTES = Set.of("_remote.repositories", "resolver-status.properties");

    private final Path folder;
    private final Path settings;

    /** @param machines the Maven repository of this machine */
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

    /** Options that keep Maven from this machine's settings; a local mirror has no checksum files, hence «lax». */
    List<String> options() {
        return List.of(
                "--lax-checksums",
                "--settings",
                settings.toString(),
                "--global-settings",
                settings.toString(),
                "-Dmaven.repo.local=" + folder);
    }

    /** Options for a build from this repository alone. */
    List<String> optionsOffline() {
        return Stream.concat(Stream.of("--offline"), options().stream()).toList();
    }

    /** Deletes the files that are about this machine only. */
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
