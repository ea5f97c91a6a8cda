package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class SequentialCallsTest {

    private static final SampleSpan REQUEST =
            named("GET /pair/beer").id(1).server().at(0, 100);

    /**
     * <pre>
     *   GET /pair/beer     0 ├─────────────────────────┤ 100
     *   ├─ GET (scores)     10 ├──────┤ 40
     *   └─ GET (rates)                40 ├──────────┤ 90
     * </pre>
     */
    @Test
    void saysWhatOverlappingWouldSave() {
        TraceTree tree = tree(
                REQUEST,
                call(2, 10, 40).attribute("server.port", "5001"),
                call(3, 40, 90).attribute("server.port", "5002"));

        assertThat(sentences(tree))
                .containsExactly(
                        "GET to localhost:5001 (30.0 ms), GET to localhost:5002 (50.0 ms) ran one after another under "
                                + "GET /pair/beer (beer-donut-app). Where the later doesn't need the earlier's answer they could overlap, "
                                + "which would save up to 30.0 ms.");
    }

    /**
     * <pre>
     *   10 ├──────┤ 40
     *     35 ├──────────┤ 90
     * </pre>
     */
    @Test
    void isNotFound_whenCallsOverlap() {
        assertThat(sentences(tree(REQUEST, call(2, 10, 40), call(3, 35, 90)))).isEmpty();
    }

    @Test
    void isNotFound_whenOneTakesLittleTime() {
        TraceTree tree = tree(REQUEST, call(2, 10, 19).attribute("server.port", "1"), call(3, 20, 90));

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isNotFound_whenLittleIsToBeSaved() {
        SampleSpan quick = named("GET /beers").id(1).server().at(0, 4);

        assertThat(sentences(tree(quick, call(2, 0, 1.9), call(3, 2, 3.9)))).isEmpty();
    }

    @Test
    void isNotFound_whenBothAreStatementsForOneDatabase() {
        TraceTree tree = tree(
                REQUEST,
                named("SELECT a").id(2).under(1).at(0, 40).statement("select a"),
                named("SELECT b").id(3).under(1).at(40, 90).statement("select b"));

        assertThat(sentences(tree)).isEmpty();
    }

    /**
     * <pre>
     *   SELECT a    0 ├────┤ 30
     *   SELECT b          30 ├────┤ 60        the database's connection does one thing at a time
     *   GET                       60 ├───┤ 90
     * </pre>
     */
    @Test
    void countsADatabasesStatementsAsOne() {
        TraceTree tree = tree(
                REQUEST,
                named("SELECT a").id(2).under(1).at(0, 30).statement("select a"),
                named("SELECT b").id(3).under(1).at(30, 60).statement("select b"),
                call(4, 60, 90));

        assertThat(sentences(tree))
                .singleElement()
                .asString()
                .contains("SELECT a (30.0 ms), SELECT b (30.0 ms), GET")
                .contains("save up to 30.0 ms");
    }

    /** Twenty calls of 2 ms each: none is much, all are half of the request. */
    @Test
    void isFound_whenManySmallCallsAreAlike() {
        List<SampleSpan> spans = new ArrayList<>(List.of(REQUEST));
        for (int i = 0; i < 20; i++) {
            spans.add(call(10 + i, i * 4, i * 4 + 2));
        }

        assertThat(sentences(tree(spans.toArray(SampleSpan[]::new))))
                .singleElement()
                .asString()
                .startsWith("20 × GET to localhost (40.0 ms) ran one after another")
                .contains("up to 38.0 ms");
    }

    /** A loop of queries, and then a call: the loop is found already. */
    @Test
    void leavesRepeatedQueriesOut() {
        List<SampleSpan> spans = new ArrayList<>(List.of(REQUEST, call(2, 60, 90)));
        for (int i = 0; i < 6; i++) {
            spans.add(
                    named("SELECT a").id(10 + i).under(1).at(i * 10, i * 10 + 9).statement("select a"));
        }

        assertThat(sentences(tree(spans.toArray(SampleSpan[]::new)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items/100%s", "/users/5b6962dd-3f90-4c93-8f61-eabfa4a8000%s", "/books.%s.author"})
    void namesCallsTogether_whenTheirNamesDifferInAnId(String path) {
        List<SampleSpan> spans = new ArrayList<>(List.of(REQUEST));
        for (int i = 0; i < 9; i++) {
            spans.add(named("GET " + path.formatted(i))
                    .id(10 + i)
                    .under(1)
                    .client()
                    .at(i * 10, i * 10 + 9)
                    .attribute("server.address", "items"));
        }

        assertThat(sentences(tree(spans.toArray(SampleSpan[]::new))))
                .singleElement()
                .asString()
                .matches("9 × GET /[a-z]+[/.]…(\\.author)? to items \\(81.0 ms\\) ran one after another .*");
    }

    /**
     * <pre>
     *   GET http://prices/p    503   5 ├──┤ 25
     *   GET http://prices/p    503         30 ├──┤ 50
     *   GET http://prices/p    200                55 ├──┤ 75
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "http.request.resend_count, 200",
        "http.resend_count, 200",
        "nothing, 503",
        "nothing, 500",
        "nothing, 429",
    })
    void isNotFound_whenARequestIsSentAgain(String count, String status) {
        TraceTree tree = tree(
                REQUEST,
                http(2, 5, 25, "http://prices/p", status).attribute(count, "0"),
                http(3, 30, 50, "http://prices/p", status).attribute(count, "1"),
                http(4, 55, 75, "http://prices/p", "200").attribute(count, "2"));

        assertThat(sentences(tree)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "302", "303", "307", "308"})
    void isNotFound_whenARedirectIsFollowed(String status) {
        TraceTree tree = tree(REQUEST, http(2, 5, 45, "http://old/p", status), http(3, 50, 90, "http://new/p", "200"));

        assertThat(sentences(tree)).isEmpty();
    }

    @Test
    void isFound_whenOtherCallsFollowARetry() {
        TraceTree tree = tree(
                REQUEST,
                http(2, 0, 20, "http://prices/p", "503"),
                http(3, 25, 45, "http://prices/p", "200"),
                http(4, 50, 80, "http://rates/r", "200"));

        assertThat(sentences(tree)).singleElement().asString().contains("save up to 30.0 ms");
    }

    @Test
    void isFound_whenTheSameIsAskedTwiceWithSuccess() {
        TraceTree tree =
                tree(REQUEST, http(2, 0, 40, "http://prices/p", "200"), http(3, 50, 90, "http://prices/p", "200"));

        assertThat(sentences(tree)).hasSize(1);
    }

    private static SampleSpan http(long id, double start, double end, String url, String status) {
        return named("GET")
                .id(id)
                .under(1)
                .client()
                .at(start, end)
                .attribute("http.request.method", "GET")
                .attribute("url.full", url)
                .attribute("http.response.status_code", status);
    }

    private static SampleSpan call(long id, double start, double end) {
        return named("GET").id(id).under(1).client().at(start, end).attribute("server.address", "localhost");
    }

    private static List<String> sentences(TraceTree tree) {
        return SequentialCalls.in(tree, RepeatedQuery.in(tree)).stream()
                .map(Finding::sentence)
                .toList();
    }
}
