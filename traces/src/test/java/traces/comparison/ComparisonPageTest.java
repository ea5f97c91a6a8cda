package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;

class ComparisonPageTest {

    private static final String ONE = SampleSpan.hex(1, 16);
    private static final String TWO = SampleSpan.hex(2, 16);
    private static final String PAIR_AND_BEER = "/compare?a=" + ONE + "&b=" + TWO;

    @Test
    void showsTheDifferencesAboveTheWaterfalls() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            HttpResponse<String> response = page.get(PAIR_AND_BEER);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body())
                    .containsSubsequence(
                            "162 SELECT became 1, −403\u00a0ms",
                            "<td>80</td><td>–</td><td>−80</td>",
                            "<td>162</td><td>1</td><td>−161</td>",
                            "<b>80 × </b>SELECT mem:bar.Donut");
        }
    }

    /** The first donut is asked for 10 ms after the start, for 2.5 of 462 ms: 2.16 % and 0.54 % of the axis. */
    @Test
    void drawsEachSpanToScale() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body();

            assertThat(body.split("<rect ")).hasSize(1 + 165 + 3);
            assertThat(body)
                    .contains("<rect x=\"0.00%\" width=\"100.00%\"", "<rect x=\"0.00%\" width=\"1.30%\"")
                    .contains(
                            "<rect x=\"2.16%\" width=\"0.54%\" y=\"20%\" height=\"60%\"><title>from 10.0 ms, 2.5 ms</title>");
        }
    }

    @Test
    void allowsNoScript() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            HttpResponse<String> response = page.get(PAIR_AND_BEER);

            assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .startsWith("default-src 'none'; style-src 'self';")
                    .doesNotContain("unsafe");
            assertThat(response.body()).doesNotContain("<script", " style=");
        }
    }

    @Test
    void linksToBothTracesAndTheOtherWayRound() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body().replace("&#x3D;", "=").replace("&amp;", "&");

            assertThat(body)
                    .contains("href=\"/zipkin/traces/" + ONE + "\"", "href=\"/zipkin/traces/" + TWO + "\"")
                    .contains("href=\"/compare?a=" + TWO + "&b=" + ONE + "\"")
                    .contains("href=\"/compare.json?a=" + ONE + "&b=" + TWO + "\"");
        }
    }

    @Test
    void givesTheSameAsJson() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair(), SampleComparison.beer())) {
            HttpResponse<String> response = page.get("/compare.json?a=" + ONE + "&b=" + TWO);

            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json;charset=utf-8");
            assertThat(new ObjectMapper()
                            .readTree(response.body())
                            .at("/rows/5/a/count")
                            .asInt())
                    .isEqualTo(80);
        }
    }

    @Test
    void linksToTheNewestTraces_whenNoneAreNamed() throws Exception {
        try (OpenPage page =
                new OpenPage(SampleComparison.pair(), SampleComparison.beer(), SampleComparison.pair(3, 2))) {
            HttpResponse<String> response = page.get("/compare");

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body().replace("&#x3D;", "=").replace("&amp;", "&"))
                    .contains(
                            "/compare?a=ID&b=ID", "<a href=\"/compare?a=" + TWO + "&b=" + SampleSpan.hex(3, 16) + "\"")
                    .containsSubsequence(
                            "<a href=\"/zipkin/traces/" + SampleSpan.hex(3, 16) + "\">GET /pair/beer</a> 33.0 ms",
                            "<a href=\"/zipkin/traces/" + TWO + "\">GET /beer/{name}</a> 6.0 ms",
                            "<a href=\"/zipkin/traces/" + ONE + "\">GET /pair/beer</a> 462 ms")
                    .doesNotContain("<form");
        }
    }

    @Test
    void offersNoComparison_whereThereIsOneTrace() throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.beer())) {
            assertThat(page.get("/compare?a=" + TWO).body())
                    .contains("“b” is missing", "GET /beer/{name}</a>")
                    .doesNotContain("Compare the newest two");
        }
    }

    @Test
    void saysSo_whereThereIsNoTrace() throws Exception {
        try (OpenPage page = new OpenPage()) {
            assertThat(page.get("/compare").body()).contains("No trace has arrived yet.");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/compare?a=1&b=2, 400, is “1”",
        "/compare?a=%3Cscript%3Ealert(1)%3C/script%3E&b=2, 400, &lt;script&gt;alert(1)&lt;/script&gt;",
        "/compare?a=00000000000000000000000000000001&b=, 400, “b” is missing",
        "/compare?a=00000000000000000000000000000001&b=00000000000000000000000000000009, 404, 00009 is not in the store",
        "/compare.json?a=1, 400, '\"status\":400'",
    })
    void saysWhatIsWrongWithTheAddress(String path, int status, String sentence) throws Exception {
        try (OpenPage page = new OpenPage(SampleComparison.pair())) {
            HttpResponse<String> response = page.get(path);

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).contains(sentence).doesNotContain("<script");
        }
    }

    @Test
    void showsHostileNamesAsText() throws Exception {
        SampleSpan hostile = named("<script>alert(1)</script>\" onload=\"x\u202e\u001b[31m")
                .server()
                .of("'><b>");

        try (OpenPage page = new OpenPage(tree(hostile), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body();

            assertThat(body)
                    .contains(
                            "&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload&#x3D;&quot;x\\u202e\\u001b[31m",
                            "&#39;&gt;&lt;b&gt;")
                    .doesNotContain("<script", "<b>\"", "\u202e", "\u001b");
        }
    }

    @Test
    void marksErrorsInWordsAndByShape() throws Exception {
        try (OpenPage page = new OpenPage(tree(named("GET /a").failed()), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body();

            assertThat(body).contains("! 1 error</", "! 1→0</strong>", "class=\"failed\" y=\"0\" height=\"100%\"");
        }
    }

    @Test
    void leavesOutWhatNobodyReads() throws Exception {
        SampleSpan[] many = IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> named("x" + i).id(i).under(i == 1 ? 0 : 1))
                .toArray(SampleSpan[]::new);

        try (OpenPage page = new OpenPage(tree(many), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body();

            assertThat(body)
                    .contains("<p>702 more rows are left out here and below")
                    .hasSizeLessThan(1_000_000);
        }
    }

    /** Ten thousand in a line of a thousand pixels: those that touch are drawn as one. */
    @Test
    void drawsNoMoreMarksThanAnEyeCanTellApart() throws Exception {
        SampleSpan[] many = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> named(i == 1 ? "GET /a" : "x")
                        .id(i)
                        .under(i == 1 ? 0 : 1)
                        .at(i, i + 0.5))
                .toArray(SampleSpan[]::new);

        try (OpenPage page = new OpenPage(tree(many), SampleComparison.beer())) {
            String body = page.get(PAIR_AND_BEER).body();

            assertThat(body).contains("<b>9999 × </b>x");
            assertThat(body.split("<rect ")).hasSizeLessThan(600);
        }
    }
}
