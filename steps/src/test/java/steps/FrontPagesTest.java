package steps;

import static org.assertj.core.api.Assertions.assertThat;

import coach.Coach;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that a newcomer sees first are short, complete, and give nothing of the course away. */
class FrontPagesTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final Path README = REPOSITORY.resolve("README.md");
    private static final Path COMMANDS = REPOSITORY.resolve("coach/COMMANDS.md");

    private static final int LONGEST = 120;
    private static final int FIRST_SCREEN = 25;
    private static final int LARGEST_DRAWING = 60_000;
    private static final int LARGEST_SCREENSHOT = 200_000;

    private static final String[] ANSWERS = {"80 ×", "81 ", "161 ", "162 "};

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");
    private static final Pattern ANCHOR = Pattern.compile("\\]\\([^)#]+\\.md#([^)]+)\\)");
    private static final Pattern PICTURE = Pattern.compile("(?s)!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern TYPED = Pattern.compile("\\./workshop ([a-z][a-z-]*)");
    // "  compare-traces  Compares two traces: …", a line of the help
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z][a-z-]+)(?:  |,|$)");

    @Test
    void isReadOnTwoScreens() {
        assertThat(Text.of(README).lines()).hasSizeLessThanOrEqualTo(LONGEST);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linksToFilesThatExist(Path page) {
        assertThat(Text.of(page).found(LINK))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }

    @Test
    void linksToHeadingsThatExist() {
        List<String> headings = Text.of(COMMANDS).headings("## ").stream()
                .map(heading -> heading.toLowerCase().replaceAll("[^a-z -]", "").replace(' ', '-'))
                .toList();

        assertThat(Text.of(README).found(ANCHOR)).isNotEmpty().isSubsetOf(headings);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namesCommandsThatExist(Path page) {
        assertThat(Text.of(page).found(TYPED)).isSubsetOf(commands());
    }

    @Test
    void listsEachCommand() {
        assertThat(Text.of(COMMANDS).found(TYPED).toList()).containsAll(commands());
    }

    @Test
    void beginsWithAPicture_andWithWhatToType() {
        assertThat(Text.of(README).lines().subList(0, FIRST_SCREEN))
                .anyMatch(line -> line.startsWith("!["))
                .contains("./workshop up");
    }

    @Test
    void showsPicturesThatLoadAtOnce() {
        assertThat(pictures())
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(picture -> assertThat(Files.size(picture))
                        .isLessThan(picture.toString().endsWith(".svg") ? LARGEST_DRAWING : LARGEST_SCREENSHOT));
    }

    /** Step 06 asks how many statements a pair takes; a newcomer should still count. */
    @ParameterizedTest
    @MethodSource("pages")
    void saysNowhereHowManyStatementsThereAre(Path page) {
        assertThat(Text.of(page).text()).doesNotContain(ANSWERS);
    }

    @Test
    void drawsNowhereHowManyStatementsThereAre() {
        assertThat(pictures().filter(picture -> picture.toString().endsWith(".svg")))
                .isNotEmpty()
                .allSatisfy(picture -> assertThat(drawnText(picture)).doesNotContain(ANSWERS));
    }

    // <tspan class="faint">90</tspan> commands -> 90 commands
    private static String drawnText(Path picture) {
        return Text.of(picture).text().replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", "");
    }

    private static Stream<Path> pictures() {
        return pages().flatMap(page -> Text.of(page).found(PICTURE).map(page::resolveSibling));
    }

    static Stream<Path> pages() {
        return Stream.of(README, COMMANDS, REPOSITORY.resolve("coach/docker/README.md"));
    }

    private static List<String> commands() {
        StringWriter help = new StringWriter();
        PrintWriter out = new PrintWriter(help, true);
        Coach.run(out, out, "--help");
        return LISTED.matcher(help.toString())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
