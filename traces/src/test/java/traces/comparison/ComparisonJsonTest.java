package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;

class ComparisonJsonTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The whole shape: programs rely on it, and so does its description at {@link ComparisonJson}. */
    @Test
    void hasTheShapeThatIsDescribed() throws Exception {
        TraceTree a = tree(
                named("GET /a").id(1).server().at(0, 9),
                named("s").id(2).under(1).statement("select 1").at(1, 4));
        TraceTree b = tree(named("GET /a").trace(2).id(1).server().at(0, 5).failed());

        JsonNode json = json(TraceComparison.of(a, b));

        assertThat(json).isEqualTo(MAPPER.readTree("""
                {"a": {"id": "00000000000000000000000000000001", "startNanos": 1795262400000000000,
                       "rootService": "beer-donut-app", "rootName": "GET /a",
                       "durationNanos": 9000000, "spans": 2, "errors": 0, "services": ["beer-donut-app"],
                       "request": "GET /a", "whole": true},
                 "b": {"id": "00000000000000000000000000000002", "startNanos": 1795262400000000000,
                       "rootService": "beer-donut-app", "rootName": "GET /a",
                       "durationNanos": 5000000, "spans": 1, "errors": 1, "services": ["beer-donut-app"],
                       "request": "GET /a", "whole": true},
                 "difference": {"durationNanos": -4000000, "spans": -1, "errors": 1},
                 "sentence": "1 error appeared: SERVER GET /a; 1 SELECT became 0, −3.0 ms. In all, 9.0 ms became 5.0 ms, −4.0 ms.",
                 "rows": [
                   {"depth": 0, "parent": -1, "in": "both", "elsewhere": false, "service": "beer-donut-app",
                    "kind": "SERVER", "name": "GET /a", "operation": "GET /a",
                    "a": {"count": 1, "errors": 0, "coveredNanos": 9000000, "summedNanos": 9000000, "ownNanos": 6000000},
                    "b": {"count": 1, "errors": 1, "coveredNanos": 5000000, "summedNanos": 5000000, "ownNanos": 5000000},
                    "difference": {"count": 0, "errors": 1, "coveredNanos": -4000000}},
                   {"depth": 1, "parent": 0, "in": "a", "elsewhere": false, "service": "beer-donut-app",
                    "kind": "CLIENT", "name": "s", "operation": "select ?",
                    "a": {"count": 1, "errors": 0, "coveredNanos": 3000000, "summedNanos": 3000000, "ownNanos": 3000000},
                    "b": {"count": 0, "errors": 0, "coveredNanos": 0, "summedNanos": 0, "ownNanos": 0},
                    "difference": {"count": -1, "errors": 0, "coveredNanos": -3000000}}],
                 "totals": [
                   {"kind": "SERVER GET /a",
                    "a": {"count": 1, "errors": 0, "coveredNanos": 9000000, "summedNanos": 9000000, "ownNanos": 6000000},
                    "b": {"count": 1, "errors": 1, "coveredNanos": 5000000, "summedNanos": 5000000, "ownNanos": 5000000},
                    "difference": {"count": 0, "errors": 1, "coveredNanos": -4000000}},
                   {"kind": "SELECT",
                    "a": {"count": 1, "errors": 0, "coveredNanos": 3000000, "summedNanos": 3000000, "ownNanos": 3000000},
                    "b": {"count": 0, "errors": 0, "coveredNanos": 0, "summedNanos": 0, "ownNanos": 0},
                    "difference": {"count": -1, "errors": 0, "coveredNanos": -3000000}}]}
                """));
    }

    @Test
    void tellsEachRowItsParent() throws Exception {
        JsonNode rows = json(TraceComparison.of(SampleComparison.pair(), SampleComparison.beer()))
                .get("rows");

        assertThat(rows).extracting(row -> row.get("parent").asInt()).containsExactly(-1, 0, 1, 0, 3, 0, 0);
    }

    @Test
    void drivesNoTerminal_whateverTheNames() throws Exception {
        SampleSpan hostile = named("\u001b[31m\u009b31m\u202eé").id(1);

        String text = ComparisonJson.of(TraceComparison.of(tree(hostile), SampleComparison.beer()))
                .text();

        assertThat(text.chars())
                .allMatch(letter -> letter < 0x7f && (letter >= ' ' || letter == '\n' || letter == '\r'));
        assertThat(MAPPER.readTree(text).at("/a/rootName").asText()).isEqualTo("\u001b[31m\u009b31m\u202eé");
    }

    private static JsonNode json(TraceComparison comparison) throws Exception {
        return MAPPER.readTree(ComparisonJson.of(comparison).text());
    }
}
