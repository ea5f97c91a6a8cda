package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import traces.model.TraceTree;

class TraceHtmlTest {

    private static final String HOSTILE = "</svg><script>alert(1)</script><img src=x onerror=alert(1)>\u001b[31m\u202e";

    @Test
    void holdsTheWaterfallTheFindingsAndTheStatements() {
        assertThat(page(SampleTraces.pair()))
                .contains(">80 × SELECT mem:bar.Donut<")
                .containsPattern("<li>80 × select .+ Look for a query inside a loop")
                .containsPattern("<code>select [^<]+ from donut [^<]+</code></th><td>80</td><td>192 ms</td>");
    }

    @Test
    void needsNoOtherFile() {
        assertThat(page(SampleTraces.pair()))
                .contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
                .doesNotContain("href=", "src=", "url(", "<script");
    }

    @Test
    void saysSo_whereThereIsNothingToSay() {
        assertThat(page(tree(named("curl").id(1).client().at(0, 9))))
                .contains("<li>Nothing stands out.</li>", "No span has a statement of a database.")
                .doesNotContain("<table>");
    }

    @Test
    void isHarmless_whateverSpansAndStatementsAreCalled() {
        TraceTree hostile = tree(
                named(HOSTILE).id(1).server().of(HOSTILE).at(0, 9),
                named(HOSTILE)
                        .id(2)
                        .under(1)
                        .client()
                        .attribute("db.system.name", "x")
                        .statement(HOSTILE)
                        .at(1, 5)
                        .failed());

        assertThat(page(hostile))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "\\u001b[31m\\u202e")
                .doesNotContain("<script", "<img", "\u001b", "\u202e");
    }

    private static String page(TraceTree tree) {
        return TraceHtml.of(tree, false, 80, ZoneOffset.UTC);
    }
}
