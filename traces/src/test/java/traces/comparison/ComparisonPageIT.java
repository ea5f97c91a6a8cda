package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.zipkin.Chromium;

/** The comparison page in a real browser, without a window. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ComparisonPageIT {

    private static final String PAIR_AND_BEER = "/compare?a=" + SampleSpan.hex(1, 16) + "&b=" + SampleSpan.hex(2, 16);

    /** Each would do so in its own way, were it let. */
    private static final String HOSTILE = "<script>document.title='owned'</script>"
            + "<img src=x onerror=\"document.title='owned'\">\" onload=\"document.title='owned'\" x=\"'>"
            + "\u202eesrever\u200b\u001b]0;owned\u0007";

    @RegisterExtension
    private static final Chromium chromium = new Chromium();

    @Test
    void showsTheNumbers() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            String shown = shown(page.url(PAIR_AND_BEER));

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

        try (OpenPage page = new OpenPage(hostile, SampleComparison.beer())) {
            String shown = shown(page.url(PAIR_AND_BEER));

            assertThat(shown)
                    .doesNotContain("<title>owned", "<script", "<img", "\u202e", "\u200b", "\u001b", "\u0007")
                    .doesNotContainPattern("<[^>]* on(load|error)=")
                    .contains("&lt;script&gt;document.title='owned'&lt;/script&gt;", "\\u202eesrever\\u200b\\u001b]0;");
        }
    }

    @Test
    void runsNothing_whenTheAddressIsHostile() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair())) {
            String shown = shown(page.url("/compare?a=%3Cscript%3Edocument.title=1%3C/script%3E&b="));

            assertThat(shown)
                    .contains("<title>That is not a trace’s id</title>")
                    .doesNotContain("<script");
        }
    }

    @Test
    void isReadOutInHeadingsTablesAndNames() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            chromium.open(page.url(PAIR_AND_BEER));

            List<String> roles = new ArrayList<>();
            chromium.accessibilityTree()
                    .forEach(node -> roles.add(node.at("/role/value").asText()));
            assertThat(roles).contains("heading", "table", "columnheader", "rowheader", "link");
            assertThat(chromium.evaluate("document.querySelectorAll('table > caption').length")
                            .asInt())
                    .isEqualTo(chromium.evaluate("document.querySelectorAll('table').length")
                            .asInt());
        }
    }

    @Test
    void swapsTheTwo_byTheKeyboardAlone() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            chromium.open(page.url(PAIR_AND_BEER));

            chromium.press("Tab", "Enter");
            chromium.await("location.search.endsWith('" + SampleSpan.hex(1, 16) + "')");
            chromium.awaitText("1 SELECT became 162");
        }
    }

    /** The form begins with the newest two. */
    @Test
    void comparesTwoThatAreChosenOnTheFirstPage() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            chromium.open(page.url("/"));
            chromium.screenshot(Path.of("target", "pictures", "home.png"));

            chromium.click("document.querySelector('button')");

            // The browser sends the choices in the order of the rows.
            chromium.await("location.pathname === '/compare' && location.search.includes('a=" + SampleSpan.hex(1, 16)
                    + "') && location.search.includes('b=" + SampleSpan.hex(2, 16) + "')");
            chromium.awaitText("162 SELECT became 1");
        }
    }

    /** For eyes, too: the pictures stay in the build's folder. */
    @ParameterizedTest
    @CsvSource({"light, 'rgb(255, 255, 255)'", "dark, 'rgb(21, 23, 28)'"})
    void isLightOrDark_asItsReaderLikes(String scheme, String background) throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            chromium.prefers(scheme);
            chromium.open(page.url(PAIR_AND_BEER));
            chromium.screenshot(Path.of("target", "pictures", "compare-" + scheme + ".png"));

            assertThat(chromium.evaluate("getComputedStyle(document.body).backgroundColor")
                            .asText())
                    .isEqualTo(background);
        }
    }

    /** The page as the browser understood it. */
    private static String shown(String url) {
        chromium.open(url);
        return chromium.evaluate("document.documentElement.outerHTML").asText();
    }
}
