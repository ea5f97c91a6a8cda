package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A service is warmed up with a beer that a learner does not look at: its first answer stays the learner's own. */
class WarmRestartTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    @Test
    void asksForABeerOfTheMenu_whichNoTextOfTheCourseNames() throws IOException {
        Path menu = REPOSITORY.resolve("beer-donut-app/src/main/resources/menu/beers.csv");
        assertThat(Files.readString(menu)).contains("," + WarmRestart.BEER + ",");

        List<Path> texts = texts();

        assertThat(texts).hasSizeGreaterThan(20);
        assertThat(texts).noneMatch(text -> read(text).contains(WarmRestart.BEER));
    }

    private static List<Path> texts() throws IOException {
        try (Stream<Path> steps = Files.walk(REPOSITORY.resolve("steps"))) {
            Stream<Path> ofSteps = steps.filter(path -> path.toString().endsWith(".md")
                    || path.getFileName().toString().equals("answers.properties"));
            return Stream.concat(Stream.of(REPOSITORY.resolve("README.md")), ofSteps.toList().stream())
                    .filter(path -> !path.toString().contains("target"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
