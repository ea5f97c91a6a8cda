package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceTreeTimesTest {

    /**
     * <pre>
     *   10 ├────────────┤ 50
     *       20 ├──────────────┤ 70
     * </pre>
     */
    @Test
    void lastsFromTheFirstStartToTheLastEnd_whenAChildOutlivesTheRoot() {
        TraceTree tree = tree(
                named("GET /beers").id(1).at(10, 50),
                named("later").id(2).under(1).at(20, 70));

        assertThat(Duration.ofNanos(tree.duration())).isEqualTo(Duration.ofMillis(60));
    }

    /** Two spans, at both ends of what 64 bits can say, with and without their sign. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, -1, -1, 9223372036854775807",
        "0, -1, 0, 0, 9223372036854775807",
        "1, 9223372036854775807, -9223372036854775808, -1, 9223372036854775806",
        "-1, 0, 0, -1, 9223372036854775807",
        "-1, -1, -1, -1, 0",
        "5, 1, 3, 4, 2",
    })
    void neverLastsLessThanNothing(long start, long end, long otherStart, long otherEnd, long lasts) {
        TraceTree tree = tree(
                named("a").id(1).atNanos(start, end), named("b").id(2).under(1).atNanos(otherStart, otherEnd));

        assertThat(tree.duration()).isEqualTo(lasts);
    }

    /**
     * <pre>
     *   (0000000000000009 missing) 20 to 70
     *   ├─ GET /beers              20 ├───┤ 40
     *   └─ GET /donuts             30 ├─────────┤ 70
     * </pre>
     */
    @Test
    void givesAPlaceholderTheTimesOfItsChildren() {
        TraceNode placeholder = tree(
                        named("GET /beers").id(1).under(9).at(20, 40),
                        named("GET /donuts").id(2).under(9).at(30, 70))
                .root();

        assertThat(placeholder)
                .returns(SampleSpan.NOON + 20_000_000, TraceNode::start)
                .returns(SampleSpan.NOON + 70_000_000, TraceNode::end);
    }

    /** Each child of a wide trace asks for its parent's and its trace's times, as who draws it does. */
    @Test
    @Timeout(20)
    void knowsTheTimesOfAPlaceholderAtOnce_whenItHas100000Children() {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= 100_000; i++) {
            spans.add(named("orphan").id(i).under(1_000_000).at(i, i + 1).span());
        }
        TraceTree tree = TraceTree.of(SampleSpan.trace(spans));

        long asked = tree.nodes().stream()
                .filter(node -> tree.root().start() <= node.start() && tree.duration() >= node.duration())
                .count();

        assertThat(asked).isEqualTo(100_001);
    }
}
