package repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** THIRD-PARTY.md says what the poms, the resolved class paths, the jar with Redis and the container files say. */
class ThirdPartyTest {

    // "FROM eclipse-temurin:25.0.1_8-jre AS jre", and "image: redis:8.2.3"
    private static final Pattern IMAGE = Pattern.compile("(?m)^(?:FROM| *image:) ([a-z][\\w./-]*:[\\w.-]+)");
    private static final Pattern REDIS = Pattern.compile("redis-server-.*");

    @Test
    void isUpToDate() throws IOException {
        Set<String> shipped = ThirdParty.rows(Stream.concat(libraries(ClassPath.shipped()), javaagent()));
        Set<String> tests = ThirdParty.rows(libraries(ClassPath.all()));
        tests.removeAll(shipped);

        ThirdParty fresh =
                ThirdParty.read().with("shipped", shipped).with("tests", tests).with("redis", redisBinaries());

        assertThat(shipped).hasSizeGreaterThan(90);
        fresh.expectInFile();
    }

    /** Checks the images' names only: the contents of an image are documented by its maker. */
    @Test
    void namesEachContainerImage() throws IOException {
        Set<String> images = Stream.of("docker-compose.yml", "coach/docker/Dockerfile")
                .map(ThirdPartyTest::text)
                .flatMap(text -> IMAGE.matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(images).hasSizeGreaterThan(3);
        assertThat(text("THIRD-PARTY.md"))
                .contains(images.stream().map("| %s |"::formatted).toList());
    }

    private static Stream<Library> libraries(Stream<ClassPath> programs) {
        return programs.flatMap(program -> program.libraries().stream());
    }

    private static Stream<Library> javaagent() {
        return Stream.of(ClassPath.javaagent());
    }

    private static Set<String> redisBinaries() throws IOException {
        Library redis = libraries(ClassPath.shipped())
                .filter(library -> library.artifact().equals("embedded-redis"))
                .findFirst()
                .orElseThrow();
        try (JarFile jar = new JarFile(redis.jar().toFile())) {
            return jar.stream()
                    .map(entry -> entry.getName())
                    .filter(REDIS.asMatchPredicate())
                    .map("| %s | BSD-3-Clause |"::formatted)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(ClassPath.REPOSITORY.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
