package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of spans that no honest program sends; all of these came from thought, none from a fuzzer. */
@Timeout(60)
class BrokenTraceTreeTest {

    /**
     * <pre>
     *   a ─┐
     *   ↑  │ is its own parent
     *   └──┘
     * </pre>
     */
    @Test
    void opensACircleOfOne() {
        TraceTree tree = tree(named("a").id(1).under(1));

        assertThat(Trees.text(tree)).isEqualTo("(1)\n  a\n");
    }

    /**
     * <pre>
     *   GET /beers       b
     *                    └─ a (earlier)
     *                       └─ b again
     * </pre>
     */
    @Test
    void opensACircleOfTwoAtItsEarliest() {
        TraceTree tree = tree(
                named("GET /beers").id(9).at(0, 100),
                named("b").id(2).under(1).at(20, 30),
                named("a").id(1).under(2).at(10, 30));

        assertThat(Trees.text(tree)).isEqualTo("""
                        GET /beers
                          (2)
                            a
                              b
                        """);
    }

    /**
     * <pre>
     *   c
     *   ├─ d             a tail, earlier than all of the circle
     *   └─ a (earliest of the circle)
     *      └─ b
     *         ├─ c again
     *         └─ e       another
     * </pre>
     */
    @Test
    void opensACircleOfThreeAtItsEarliest_whenTailsHangFromIt() {
        TraceTree tree = tree(
                named("d").id(4).under(3).at(0, 1),
                named("c").id(3).under(2).at(30, 40),
                named("b").id(2).under(1).at(20, 40),
                named("a").id(1).under(3).at(10, 40),
                named("e").id(5).under(2).at(25, 26));

        assertThat(Trees.text(tree)).isEqualTo("""
                        (3)
                          a
                            b
                              e
                              c
                                d
                        """);
    }

    /**
     * <pre>
     *   a ⇄ b      c ⇄ d
     * </pre>
     */
    @Test
    void opensEachOfTwoCircles() {
        TraceTree tree = tree(
                named("a").id(1).under(2).at(0, 1),
                named("b").id(2).under(1).at(1, 2),
                named("c").id(3).under(4).at(2, 3),
                named("d").id(4).under(3).at(3, 4));

        assertThat(Trees.text(tree)).isEqualTo("(2)\n  a\n    b\n(4)\n  c\n    d\n");
    }

    @Test
    void opensACircleOf100000() {
        List<Span> spans = new ArrayList<>();
        for (int id = 1; id <= 100_000; id++) {
            spans.add(named("n").id(id).under(id % 100_000 + 1).at(id, id + 1).span());
        }

        TraceTree tree = TraceTree.of(SampleSpan.trace(spans));

        assertThat(tree.nodes()).hasSize(100_001);
    }

    /**
     * <pre>
     *   GET /beers
     *   └─ SELECT beer   sent twice
     * </pre>
     */
    @Test
    void holdsASpanOnce_whenItWasSentTwice() {
        TraceTree tree = tree(
                named("SELECT beer").id(2).under(1),
                named("GET /beers").id(1),
                named("SELECT beer").id(2).under(1));

        assertThat(Trees.text(tree)).isEqualTo("GET /beers\n  SELECT beer\n");
    }

    /**
     * <pre>
     *   GET /beers
     *   ├─ SELECT beer     both say that they are 2
     *   │  └─ read
     *   └─ SELECT donut
     * </pre>
     */
    @Test
    void hangsChildrenFromTheFirst_whenTwoSpansHaveTheirParentsId() {
        TraceTree tree = tree(
                named("read").id(3).under(2).at(12, 13),
                named("SELECT donut").id(2).under(1).at(20, 30),
                named("SELECT beer").id(2).under(1).at(10, 20),
                named("GET /beers").id(1).at(0, 100));

        assertThat(Trees.text(tree)).isEqualTo("""
                        GET /beers
                          SELECT beer
                            read
                          SELECT donut
                        """);
    }

    /** A chain, the deepest first. */
    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void standsUpHoweverDeep(int levels) {
        List<Span> spans = new ArrayList<>();
        for (int id = levels; id >= 1; id--) {
            spans.add(named("n").id(id).under(id - 1L).at(id, 2 * levels - id).span());
        }

        List<TraceNode> nodes = TraceTree.of(SampleSpan.trace(spans)).nodes();

        assertThat(nodes).hasSize(levels).allMatch(node -> node.children().size() <= 1);
    }

    @Test
    void standsUpHoweverWide() {
        List<Span> spans = new ArrayList<>(List.of(named("GET /beers").id(1).span()));
        for (int id = 2; id <= 100_001; id++) {
            spans.add(named("n").id(id).under(1).at(id % 1_000, 2_000).span());
        }
        Collections.reverse(spans);

        TraceTree tree = TraceTree.of(SampleSpan.trace(spans));

        assertThat(tree.root().children()).hasSize(100_000).isSortedAccordingTo(TraceNode.BY_START);
    }

    @Test
    void standsUp_whenAllItsSpansHaveOneIdAndOneTime() {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            spans.add(named("n" + i).id(1).under(1).span());
        }

        TraceTree tree = TraceTree.of(SampleSpan.trace(spans));

        assertThat(tree.nodes()).hasSize(20_001);
    }

    @Test
    void isNotWhole_whenAPlaceholderStandsInForASpan() {
        TraceTree tree =
                tree(named("GET /beers").id(1), named("SELECT beer").id(3).under(2));

        assertThat(tree.isWhole()).isFalse();
    }

    @Test
    void isWhole_whenEverySpansParentIsThere() {
        TraceTree tree =
                tree(named("SELECT beer").id(2).under(1), named("GET /beers").id(1));

        assertThat(tree.isWhole()).isTrue();
    }
}
