package steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each step says where it stands in the course and what it is good for, and keeps the speaker's notes to the speaker. */
class StepNavigationTest {

    private static final List<Path> FOLDERS = folders().toList();

    @ParameterizedTest
    @MethodSource("folders")
    void linksToTheStepsAround_atItsTopAndItsBottom(Path folder) {
        List<String> lines = readme(folder).lines();

        String expected = navigation(FOLDERS.indexOf(folder));
        assertThat(lines.get(lines.size() - 1)).as("the last line").isEqualTo(expected);
        assertThat(lines.subList(0, lines.indexOf("## See it")))
                .as("the lines at the top")
                .containsOnlyOnce(expected);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void saysInOneLineWhatItsReaderCanDoThen(Path folder) {
        List<String> lines = readme(folder).lines();

        assertThat(lines.subList(0, lines.indexOf("## See it")))
                .filteredOn(line -> line.matches("\\*\\*After this you can\\*\\* \\p{Ll}.+\\."))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("folders")
    void keepsTheSpeakersNotesInAFileOfTheirOwn(Path folder) {
        Text notes = Text.of(folder.resolve("speaker.md"));

        assertThat(notes.lines().get(0)).isEqualTo("# " + title(folder) + ", for the speaker");
        assertThat(notes.text().replaceAll("\\s+", " ")).contains(" minutes", "What breaks live", "./workshop");
        assertThat(readme(folder).text()).doesNotContain("For the speaker", "speaker.md");
    }

    /** The steps in their order; a lab stands on its own behind them. */
    static Stream<Path> folders() {
        return ReadmeTest.folders().filter(folder -> Files.notExists(folder.resolve("lab.properties")));
    }

    // Step 6 of 11 · [← 05 Trace the database](…) · [all steps](../README.md) · [07 Eager loading →](…)
    private static String navigation(int place) {
        List<String> parts = new ArrayList<>();
        parts.add("Step " + (place + 1) + " of " + FOLDERS.size());
        if (place > 0) {
            parts.add(link("← " + title(FOLDERS.get(place - 1)), FOLDERS.get(place - 1)));
        }
        parts.add("[all steps](../README.md)");
        if (place + 1 < FOLDERS.size()) {
            parts.add(link(title(FOLDERS.get(place + 1)) + " →", FOLDERS.get(place + 1)));
        }
        return String.join(" · ", parts);
    }

    private static String link(String text, Path folder) {
        return "[" + text + "](../" + folder.getFileName() + "/README.md)";
    }

    private static String title(Path folder) {
        return readme(folder).lines().get(0).substring("# ".length());
    }

    private static Text readme(Path folder) {
        return Text.of(folder.resolve("README.md"));
    }
}
