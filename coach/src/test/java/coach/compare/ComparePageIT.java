package coach.compare;

import static coach.trace.SampleSpan.named;
import static coach.trace.SampleSpan.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import coach.trace.SampleSpan;
import coach.trace.TraceTree;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The comparison page in a real browser, without a window. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ComparePageIT {

    private static final String PAIR_AND_BEER = "/compare?a=" + SampleSpan.hex(1, 16) + "&b=" + SampleSpan.hex(2, 16);

    /** Each would do so in its own way, were it let. */
    private static final String HOSTILE = "<script>document.title='owned'</script>"
            + "<img src=x onerror=\"document.title='owned'\">\" onload=\"document.title='owned'\" x=\"'>"
            + "\u202eesrever\u200b\u001b]0;owned\u0007";

    @TempDir
    Path profile;

    @BeforeEach
    void thereIsABrowser() {
        assumeTrue(chromium().isPresent(), "skipped: there is no Chromium on the PATH");
    }

    @Test
    void showsTheNumbers() throws Exception {
        try (OpenPage page = new OpenPage(Sample.pair(), Sample.beer())) {
            String shown = browse("--dump-dom", page.url(PAIR_AND_BEER));

            assertThat(shown)
                    .contains("162 SELECT became 1, −403&nbsp;ms", "<td>162</td><td>1</td><td>−161</td>")
                    .contains("<td>200 ms</td><td>–</td><td class=\"less\">−200 ms</td>")
                    .contains("<b>80 × </b>SELECT mem:bar.Donut");
            assertThat(shown.split("<rect ")).hasSize(1 + 165 + 3);
        }
    }

    @Test
    void runsNothing_andShowsHostileNamesAsText() throws Exception {
        TraceTree hostile = tree(
                named(HOSTILE).id(1).server().of(HOSTILE).at(0, 9),
                named(HOSTILE)
                        .id(2)
                        .under(1)
                        .of("b" + HOSTILE)
                        .statement(HOSTILE)
                        .at(1, 5)
                        .failed());

        try (OpenPage page = new OpenPage(hostile, Sample.beer())) {
            String shown = browse("--dump-dom", page.url(PAIR_AND_BEER));

            assertThat(shown)
                    .doesNotContain("<title>owned", "<script", "<img", "\u202e", "\u200b", "\u001b", "\u0007")
                    .doesNotContainPattern("<[^>]* on(load|error)=")
                    .contains("&lt;script&gt;document.title='owned'&lt;/script&gt;", "\\u202eesrever\\u200b\\u001b]0;");
        }
    }

    @Test
    void runsNothing_whenTheAddressIsHostile() throws Exception {
        try (OpenPage page = new OpenPage(Sample.pair())) {
            String shown = browse("--dump-dom", page.url("/compare?a=%3Cscript%3Edocument.title=1%3C/script%3E&b="));

            assertThat(shown)
                    .contains("<title>That is not a trace’s id</title>")
                    .doesNotContain("<script");
        }
    }

    /** For eyes, too: the pictures stay in the build's folder. */
    @Test
    void isDrawnOnPaperAndInTheDark() throws Exception {
        try (OpenPage page = new OpenPage(Sample.pair(), Sample.beer())) {
            Path light = picture("compare-light.png", "1", page);
            Path dark = picture("compare-dark.png", "0", page);

            assertThat(topLeft(light)).isEqualTo("ffffff");
            assertThat(topLeft(dark)).isEqualTo("15171c");
        }
    }

    private Path picture(String name, String scheme, OpenPage page) throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Path picture = folder.resolve(name).toAbsolutePath();
        browse(
                "--screenshot=" + picture,
                "--window-size=1280,1500",
                "--hide-scrollbars",
                "--blink-settings=preferredColorScheme=" + scheme,
                page.url(PAIR_AND_BEER));
        return picture;
    }

    private static String topLeft(Path picture) throws IOException {
        return Integer.toHexString(ImageIO.read(picture.toFile()).getRGB(1, 1)).substring(2);
    }

    /** What Chromium prints. */
    private String browse(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                chromium().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + profile));
        command.addAll(List.of(words));
        Path said = Files.createTempFile(profile, "said", ".html");
        Process browser = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(browser.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        return Files.readString(said);
    }

    private static Optional<Path> chromium() {
        Stream<Path> folders = Arrays.stream(
                        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(Path::of);
        return folders.flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
