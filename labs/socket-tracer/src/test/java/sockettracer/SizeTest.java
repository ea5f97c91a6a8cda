package sockettracer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps small what a learner reads in one sitting: the agent, its hooks, the recorder and the report. */
class SizeTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "sockettracer");
    private static final List<String> READING = List.of(
            "Agent",
            "Hooks",
            "Advices",
            "Tracer",
            "Section",
            "Attribution",
            "Connection",
            "Exchange",
            "Question",
            "Report");

    @Test
    void isReadInOneSitting() throws IOException {
        long lines = 0;
        for (String name : READING) {
            lines += Files.readAllLines(SOURCES.resolve(name + ".java")).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.matches("(import|package|/\\*\\*|\\*|//).*"))
                    .count();
        }

        assertThat(lines).isBetween(100L, 350L);
    }

    @Test
    void hasNoLongFile() throws IOException {
        try (var files = Files.list(SOURCES)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .as(file.toString())
                            .hasSizeLessThan(120));
        }
    }
}
