package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class HomePageTest {

    private static final String ONE = SampleSpan.hex(1, 16);
    private static final String TWO = SampleSpan.hex(2, 16);

    @Test
    void listsTheNewestFirst_andOffersTheNewestTwoForAComparison() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            assertThat(page.get("/").body())
                    .containsSubsequence(
                            "name=\"b\" value=\"" + TWO + "\" checked",
                            "<a href=\"/zipkin/traces/" + TWO + "\">GET /beer/{name}</a>",
                            "name=\"a\" value=\"" + ONE + "\" checked",
                            "<a href=\"/zipkin/traces/" + ONE + "\">GET /pair/beer</a>",
                            "<td>462 ms</td><td>165</td><td></td>",
                            "<button>Compare A and B</button>");
        }
    }

    @Test
    void linksToZipkinsPage() throws Exception {
        try (OpenPage page = new OpenPage()) {
            assertThat(page.get("/").body()).contains("href=\"/zipkin/\"", "href=\"/zipkin/dependency\"");
        }
    }

    @Test
    void saysSo_whenNoTraceHasArrived() throws Exception {
        try (OpenPage page = new OpenPage()) {
            assertThat(page.get("/").body())
                    .contains("No trace has arrived yet.")
                    .doesNotContain("<table", "<form", "is left out here");
        }
    }

    @Test
    void leavesOutWhatNobodyAskedFor_andSaysSo() throws Exception {
        TraceTree health = tree(named("GET /health").server().attribute("url.path", "/health"));
        try (OpenPage page = new OpenPage(SampleComparison.beer(), health)) {
            assertThat(page.get("/").body())
                    .contains("GET /beer/{name}", "is left out here")
                    .doesNotContain("GET /health", "radio");
        }
        try (OpenPage page = new OpenPage(health)) {
            assertThat(page.get("/").body())
                    .contains("No request has been traced yet.")
                    .doesNotContain("<table", "No trace has arrived");
        }
    }

    @Test
    void offersNoComparison_whereThereIsOneTrace() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.beer())) {
            assertThat(page.get("/").body()).contains("<table").doesNotContain("radio", "<button");
        }
    }

    @Test
    void isHarmless_whateverSpansAreCalled() throws Exception {
        String name = "\"><script>alert(1)</script>\u001b";
        try (OpenPage page = new OpenPage(tree(named(name).of(name).server().failed()), SampleComparison.beer())) {
            HttpResponse<String> response = page.get("/");

            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; style-src 'self'; form-action 'self';");
            assertThat(response.body())
                    .contains("&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u001b", "! 1</strong>")
                    .doesNotContain("<script", "\u001b");
        }
    }
}
