package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.List;
import org.junit.jupiter.api.Test;
import traces.model.TraceTree;

class ComparisonHtmlTest {

    private static final TraceComparison COMPARISON =
            TraceComparison.of(SampleComparison.pair(), SampleComparison.beer());

    @Test
    void holdsTheMeasurementTheDifferencesAndTheFindings() {
        assertThat(ComparisonHtml.of(COMPARISON, List.of("ratio 0.12 (0.10 to 0.14)")))
                .contains("<p>ratio 0.12 (0.10 to 0.14)</p>", "<td>162</td><td>1</td><td>−161</td>")
                .containsPattern("(?s)Findings in A.*<li>80 × select .*Findings in B.*<li>Nothing stands out.</li>");
    }

    @Test
    void needsNoOtherFile() {
        assertThat(ComparisonHtml.of(COMPARISON, List.of()))
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", ".sides { display: grid;")
                .doesNotContain("href=", "src=", "url(", "<script");
    }

    @Test
    void isHarmless_whateverSpansAreCalled() {
        String name = "</style></svg><script>alert(1)</script>\u001b[31m";
        TraceTree hostile = tree(
                named(name).id(1).server().of(name).at(0, 9),
                named(name).id(2).under(1).statement(name).at(1, 5).failed());

        assertThat(ComparisonHtml.of(TraceComparison.of(hostile, SampleComparison.beer()), List.of(name)))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u001b[31m")
                .doesNotContain("<script", "\u001b");
    }
}
