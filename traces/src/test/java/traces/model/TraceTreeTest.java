package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTreeTest {

    /**
     * <pre>
     *   GET /beers
     *   ├─ SELECT beer
     *   └─ GET
     *      └─ GET /score
     * </pre>
     */
    @Test
    void standsSpansUp_whenChildrenArriveFirst() {
        TraceTree tree = tree(
                named("GET /score").id(4).under(3).at(41, 59),
                named("GET").id(3).under(1).at(40, 60),
                named("SELECT beer").id(2).under(1).at(10, 20),
                named("GET /beers").id(1).at(0, 100));

        assertThat(Trees.text(tree)).isEqualTo("""
                        GET /beers
                          SELECT beer
                          GET
                            GET /score
                        """);
    }

    /**
     * <pre>
     *   GET /beers
     *   ├─ SELECT beer
     *   └─ (9 missing)
     *      ├─ GET /score
     *      └─ GET /match
     * </pre>
     */
    @Test
    void hangsOrphansUnderTheRoot_whenTheirParentNeverArrives() {
        TraceTree tree = tree(
                named("GET /beers").id(1).at(0, 100),
                named("GET /match").id(4).under(9).at(60, 70),
                named("GET /score").id(3).under(9).at(40, 50),
                named("SELECT beer").id(2).under(1).at(10, 20));

        assertThat(Trees.text(tree)).isEqualTo("""
                        GET /beers
                          SELECT beer
                          (9)
                            GET /score
                            GET /match
                        """);
    }

    /**
     * <pre>
     *   (9 missing)
     *   ├─ SELECT beer
     *   └─ GET
     * </pre>
     */
    @Test
    void hasAPlaceholderForARoot_whenTheRootIsStillToCome() {
        TraceTree tree = tree(
                named("SELECT beer").id(2).under(9).at(10, 20),
                named("GET").id(3).under(9).at(40, 60));

        assertThat(Trees.text(tree)).isEqualTo("(9)\n  SELECT beer\n  GET\n");
    }

    /**
     * <pre>
     *   GET /beers
     *   (9 missing)
     *   └─ SELECT beer
     *   GET /donuts
     * </pre>
     */
    @Test
    void standsAllTopsSideBySide_whenThereAreSeveralRoots() {
        TraceTree tree = tree(
                named("GET /donuts").id(3).at(50, 100),
                named("SELECT beer").id(2).under(9).at(10, 20),
                named("GET /beers").id(1).at(0, 100));

        assertThat(Trees.text(tree)).isEqualTo("GET /beers\n(9)\n  SELECT beer\nGET /donuts\n");
    }

    static Stream<List<Span>> smallTraces() {
        return Stream.of(
                // A whole one; a broken one; two roots; a circle of three with a tail; siblings at the same time.
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(1).at(1, 4),
                        named("c").id(3).under(1),
                        named("d").id(4).under(3).at(5, 6)),
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(7).at(1, 4),
                        named("c").id(3).under(8),
                        named("d").id(4).under(7).at(5, 6)),
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).at(0, 9),
                        named("c").id(3).under(8),
                        named("d").id(4).under(2).at(5, 6)),
                spans(
                        named("a").id(1).under(3),
                        named("b").id(2).under(1),
                        named("c").id(3).under(2),
                        named("d").id(4).under(1),
                        named("e").id(5).under(4)),
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(1),
                        named("c").id(3).under(1),
                        named("d").id(4).under(1),
                        named("e").id(5).under(1)),
                // Alike in all but one thing: the id, the end, the name, the service.
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(1),
                        named("b2").id(2).under(1),
                        named("c").id(3).under(2)),
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(1).at(2, 3),
                        named("b").id(2).under(1).at(2, 4),
                        named("c").id(3).under(2)),
                spans(
                        named("a").id(1).at(0, 9),
                        named("b").id(2).under(1).of("x"),
                        named("b").id(2).under(1).of("y"),
                        named("c").id(3).under(2).of("y")));
    }

    @ParameterizedTest
    @MethodSource("smallTraces")
    void isTheSame_inWhateverOrderItsSpansArrive(List<Span> spans) {
        Set<String> trees = Trees.orders(spans).stream()
                .map(order -> described(TraceTree.of(SampleSpan.trace(order))))
                .collect(Collectors.toSet());

        assertThat(trees).hasSize(1);
    }

    /** A hundred spans, a third of them with a parent that may be missing, later, or below; few different times. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSame_whenAHundredSpansAreShuffled(long seed) {
        List<Span> spans = anyhow(100, new Random(seed));
        String asSent = described(TraceTree.of(SampleSpan.trace(spans)));

        Set<String> trees = Stream.iterate(1L, next -> next + 1)
                .limit(20)
                .map(shuffle -> described(TraceTree.of(SampleSpan.trace(Trees.shuffled(spans, shuffle)))))
                .collect(Collectors.toSet());

        assertThat(trees).containsExactly(asSent);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void holdsEachSpanOnce_whateverTheirParents(long seed) {
        List<Span> spans = anyhow(100, new Random(seed));

        List<TraceNode> nodes = TraceTree.of(SampleSpan.trace(spans)).nodes();

        assertThat(nodes.stream().flatMap(node -> node.span().stream())).containsExactlyInAnyOrderElementsOf(spans);
    }

    private static List<Span> anyhow(int count, Random random) {
        List<Span> spans = new ArrayList<>();
        for (int id = 1; id <= count; id++) {
            int start = random.nextInt(10);
            SampleSpan span = named("n" + id).id(id).at(start, start + random.nextInt(5));
            spans.add(
                    random.nextInt(20) == 0
                            ? span.span()
                            : span.under(random.nextInt(count * 4 / 3) + 1L).span());
        }
        return spans;
    }

    private static List<Span> spans(SampleSpan... spans) {
        return Stream.of(spans).map(SampleSpan::span).toList();
    }

    /** With all that tells the nodes apart. */
    private static String described(TraceTree tree) {
        String each = tree.nodes().stream()
                .map(node -> node.span().map(Span::service).orElse("") + node.start() + "-" + node.end())
                .collect(Collectors.joining(" "));
        return Trees.text(tree) + each;
    }
}
