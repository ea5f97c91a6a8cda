package coach.cli.offline;

import static java.nio.charset.StandardCharsets.UTF_8;

import coach.bar.environment.UserError;
import coach.bar.environment.Workshop;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of {@code prepare} on this machine: whether its libraries suffice without a network. */
public enum Preparedness {
    BY_A_PACK,
    HERE,
    FOR_OTHER_VERSIONS,
    NOT_YET;

    /** The depth of the agent's jar in a Maven repository: io/opentelemetry/javaagent/NAME/VERSION/JAR. */
    private static final int DEPTH = 6;

    public static Preparedness of(Path repository) {
        if (Files.isDirectory(packed(repository))) {
            return BY_A_PACK;
        }
        try {
            if (!Files.exists(file())) {
                return NOT_YET;
            }
            return Files.readString(file()).equals(versions(repository)) ? HERE : FOR_OTHER_VERSIONS;
        } catch (IOException e) {
            return NOT_YET;
        }
    }

    static void note(Path repository) {
        try {
            Files.createDirectories(file().getParent());
            Files.writeString(file(), versions(repository));
        } catch (IOException e) {
            throw new UserError("%s could not be written: %s".formatted(file(), e), e);
        }
    }

    /** The options for Maven: in an unpacked pack they name the pack's libraries. */
    static List<String> options(Path repository, String... others) {
        List<String> options = new ArrayList<>(List.of(others));
        if (Files.isDirectory(packed(repository))) {
            options.add("-Dmaven.repo.local=" + packed(repository));
        }
        return options;
    }

    private static Path packed(Path repository) {
        return repository.resolve(Unpack.LIBRARIES);
    }

    /** The Maven repository that the workshop was built with; the path of the agent's jar tells. */
    // coach/target/javaagent: "/home/me/.m2/repository/io/opentelemetry/…/opentelemetry-javaagent.jar" ->
    // /home/me/.m2/repository
    public static Path libraries(Path built) {
        Path list = built.resolve(Build.AGENT);
        try {
            Path jar = Path.of(Files.readString(list).strip());
            return jar.getRoot().resolve(jar.subpath(0, jar.getNameCount() - DEPTH));
        } catch (IOException | IllegalArgumentException e) {
            throw new UserError("Where Maven keeps its libraries could not be read from %s.".formatted(list), e);
        }
    }

    private static Path file() {
        return Workshop.state().resolve("prepared");
    }

    /** A checksum of the poms, which name all versions. */
    private static String versions(Path repository) throws IOException {
        StringBuilder poms = new StringBuilder(Files.readString(repository.resolve("pom.xml")));
        for (String module : Build.MODULES) {
            poms.append(Files.readString(repository.resolve(module).resolve("pom.xml")));
        }
        return Unpack.sum(new ByteArrayInputStream(poms.toString().getBytes(UTF_8)));
    }
}
