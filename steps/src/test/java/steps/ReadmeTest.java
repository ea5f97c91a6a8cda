package steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The course's texts show code that is in a file, name commands that exist, and have the same form. */
class ReadmeTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();

    private static final List<String> SECTIONS = List.of("See it", "Change it", "Check it", "Why", "Hints");
    private static final List<String> HINTS = List.of("1 A question", "2 A pointer", "3 Nearly the code");
    private static final int LONGEST = 120;

    private static final Pattern TITLE = Pattern.compile("# (\\d\\d) \\p{Lu}.*");
    private static final Pattern MINUTES = Pattern.compile("(?m)^\\*\\*(\\d+) minutes\\.\\*\\*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
    private static final Pattern TYPED = Pattern.compile("\\./workshop ([a-z][a-z-]*)");
    private static final Pattern COMMAND = Pattern.compile("@Command\\(\\s*name = \"([a-z-]+)\"");

    private static final Pattern FOLDED = Pattern.compile("(?s)<details>.*?</details>");

    /** What is shown under «Check it» and answers none of the questions of «See it». */
    private static final Set<String> NO_ANSWERS = Set.of("check.txt", "reply.txt", "down.txt");

    @Test
    void namesEveryStepInItsTable() {
        assertThat(StepTable.rows(REPOSITORY))
                .extracting(StepTable.Row::folder)
                .containsExactlyElementsOf(
                        folders().map(folder -> folder.getFileName().toString()).toList());
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hasTheSameSectionsInEachStep(Path folder) {
        Text readme = Text.of(folder.resolve("README.md"));

        assertThat(readme.headings("## ")).isEqualTo(SECTIONS);
        assertThat(readme.lines()).hasSizeLessThan(LONGEST);
    }

    /** A step's title and first paragraph are the message of the commit that holds its solution. */
    @ParameterizedTest
    @MethodSource("folders")
    void beginsWithItsTitleAndASummary(Path folder) {
        List<String> lines = Text.of(folder.resolve("README.md")).lines();

        assertThat(lines.get(0))
                .matches(TITLE)
                .startsWith("# " + folder.getFileName().toString().substring(0, 2));
        assertThat(lines.get(2)).matches("\\p{L}.*").doesNotContain("](", "**");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void hasThreeHintsForEachStep(Path folder) {
        assertThat(Text.of(folder.resolve("hints.md")).headings("## ")).isEqualTo(HINTS);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void saysTheMinutesOfItsTable(StepTable.Row row) {
        Text readme = Text.of(REPOSITORY.resolve("steps").resolve(row.folder()).resolve("README.md"));

        assertThat(readme.found(MINUTES)).containsExactly(Integer.toString(row.minutes()));
    }

    static List<StepTable.Row> rows() {
        return StepTable.rows(REPOSITORY);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void showsCodeAndOutputFromFiles(Path file) {
        List<Fence> fences = Fence.in(Text.of(file));

        assertThat(fences)
                .filteredOn(fence -> !fence.isToType())
                .flatExtracting(fence -> fence.missing(REPOSITORY))
                .as("what is shown, but is not in the file that it is said to be from, or not in this order")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void linksToFilesThatExist(Path file) {
        assertThat(Text.of(file).found(LINK))
                .allSatisfy(link -> assertThat(file.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void namesCommandsThatExist(Path file) throws IOException {
        assertThat(Text.of(file).found(TYPED)).isSubsetOf(commands());
    }

    /** Step 06 asks for it; a learner who reads ahead should still count. */
    @Test
    void keepsTheAnswerOfStep06ToItself() {
        String answer = Text.of(REPOSITORY.resolve("solutions/06-autopatch/beer-donut-app/answers.properties"))
                .found(Pattern.compile("statements\\.stout=(\\d+)"))
                .findFirst()
                .orElseThrow();

        assertThat(texts()).allSatisfy(file -> assertThat(Text.of(file).text()).doesNotContain(answer));
    }

    /** How many statements run is what step 06 asks; what tells it before is folded away. */
    @ParameterizedTest
    @MethodSource("textsBefore06")
    void doesNotSayHowManyStatementsThereAre(Path file) {
        assertThat(FOLDED.matcher(Text.of(file).text()).replaceAll(""))
                .doesNotContain("80 ×", "162", "160 statements", "N+1");
    }

    @ParameterizedTest
    @MethodSource("testsBefore06")
    void letsNoCheckSayHowManyStatementsThereAre(Path test) {
        assertThat(Text.of(test).text()).doesNotContainPattern("say\\([^;]*statement");
    }

    static Stream<Path> testsBefore06() {
        return folders()
                .filter(ReadmeTest::isBefore06)
                .flatMap(folder -> children(folder.resolve("test")))
                .filter(file -> file.toString().endsWith(".java"));
    }

    private static boolean isBefore06(Path folder) {
        return folder.getFileName().toString().compareTo("06") < 0;
    }

    static Stream<Path> textsBefore06() {
        Path steps = REPOSITORY.resolve("steps");
        Stream<Path> early = folders()
                .filter(ReadmeTest::isBefore06)
                .flatMap(folder -> Stream.concat(Stream.of(folder), Stream.of(folder.resolve("seen"))))
                .flatMap(ReadmeTest::children)
                .filter(file -> file.toString().matches(".*\\.(md|txt)"));
        return Stream.concat(
                Stream.of(REPOSITORY.resolve("README.md"), steps.resolve("README.md"), steps.resolve("ide.md")), early);
    }

    /** A guess is worth nothing once its answer has been read. */
    @ParameterizedTest
    @MethodSource("folders")
    void foldsWhatWasMeasured_whereItAsksForAGuess(Path folder) {
        String text = Text.of(folder.resolve("README.md")).text();
        String checked = text.substring(text.indexOf("## Check it"), text.indexOf("## Why"));
        Matcher shown = Pattern.compile("<!-- seen in " + "steps/" + folder.getFileName() + "/seen/(\\S+) -->")
                .matcher(FOLDED.matcher(checked).replaceAll(""));

        assertThat(shown.results().map(found -> found.group(1))).isSubsetOf(NO_ANSWERS);
    }

    private static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        try (Stream<Path> files = Files.walk(REPOSITORY.resolve("coach/src/main/java"))) {
            files.filter(file -> file.toString().endsWith("Command.java"))
                    .forEach(file -> Text.of(file).found(COMMAND).forEach(commands::add));
        }
        return commands;
    }

    static Stream<Path> folders() {
        return children(REPOSITORY.resolve("steps"))
                .filter(Files::isDirectory)
                .filter(folder -> folder.getFileName().toString().matches("\\d\\d-.*"));
    }

    static Stream<Path> texts() {
        Path steps = REPOSITORY.resolve("steps");
        return Stream.concat(Stream.of(steps), folders())
                .flatMap(ReadmeTest::children)
                .filter(file -> file.toString().endsWith(".md"));
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + folder, e);
        }
    }
}
