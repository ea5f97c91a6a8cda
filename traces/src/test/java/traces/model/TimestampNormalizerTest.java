package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.NOON;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampNormalizerTest {

    private static final long MILLI = 1_000_000;

    private static final SampleSpan ROOT = named("GET /a").id(1).server().at(0, 50);
    private static final SampleSpan FINE = named("fine").id(3).under(1).at(20, 30);

    /** The times of the span between the other two, in nanoseconds since 1970; its place then, after noon. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, no times, 0, 0",
        "0, 1795262400015000000, no start time, 15, 15",
        "1795262400010000000, 0, no end time, 10, 10",
        "1795262400010000000, 1795262400005000000, ends before it starts, 10, 10",
        "1795262400010000, 1795262400015000, 'wrong unit: times in microseconds, read as such', 10, 15",
        "1795262400010, 1795262400015, 'wrong unit: times in milliseconds, read as such', 10, 15",
        "1795262400, 1795262400, 'wrong unit: times in seconds, read as such', 0, 0",
        "1795262400010000, 1795262400015000000, 'wrong unit: times in microseconds, read as such', 10, 15",
        "5, 5, 'impossible times, in 1970', 0, 0",
        "5000000, 15000000, 'impossible times, in 1970', 0, 10",
        "946684800000000000, 946684800010000000, 'impossible times, in 2000', 0, 10",
        "4102444800000000000, 4102444800010000000, 'impossible times, in 2100', 0, 10",
        "-1, -1, 'impossible times, in 2554', 0, 0",
        "-9223372036854775808, 3, 'impossible times, in 2262', 0, 0",
        "1795262400010000000, -1, 'impossible end, in 2554', 10, 10",
        "1795262400010000000, 4102444800000000000, 'impossible end, in 2100', 10, 10",
        "77, 1795262400010000000, 'impossible start, in 1970', 10, 10",
    })
    void leavesTheOthersReadable_andSaysWhatIsWrong(long start, long end, String fault, long from, long to) {
        TraceTree tree = tree(ROOT, named("odd").id(2).under(1).atNanos(start, end), FINE);

        TraceNode odd = node(tree, "odd");
        assertThat(odd.timeFault()).contains(fault);
        assertThat(odd).returns(NOON + from * MILLI, TraceNode::start).returns(NOON + to * MILLI, TraceNode::end);
        assertThat(tree).returns(NOON, TraceTree::start).returns(50 * MILLI, TraceTree::duration);
        assertThat(Stream.of("GET /a", "fine").flatMap(name -> node(tree, name).timeFault().stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1795262400000000, 1795262400050000",
        "5, 7",
        "4102444800000000000, 4102444800010000000",
        "-1, 3"
    })
    void leavesTheOthersReadable_whenItIsTheRoot(long start, long end) {
        TraceTree tree = tree(
                named("GET /a").id(1).server().atNanos(start, end),
                named("b").id(2).under(1).at(10, 15),
                FINE);

        assertThat(tree.root().timeFault()).isPresent();
        assertThat(tree.start()).isBetween(NOON, NOON + 10 * MILLI);
        assertThat(tree.duration()).isBetween(20 * MILLI, 50 * MILLI);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, 1_000_000})
    void readsATraceThatIsInOneUnit(long nanos) {
        TraceTree tree = tree(
                named("a").id(1).atNanos(NOON / nanos, (NOON + 50 * MILLI) / nanos),
                named("b").id(2).under(1).atNanos((NOON + 10 * MILLI) / nanos, (NOON + 20 * MILLI) / nanos));

        assertThat(tree).returns(NOON, TraceTree::start).returns(50 * MILLI, TraceTree::duration);
        assertThat(tree.nodes()).allMatch(node -> node.timeFault().isPresent() == nanos > 1);
    }

    /** A program whose clock was never set: what it did within a call keeps its order and its lengths. */
    @Test
    void placesAProgramByItsCall_whenItsClockWasNeverSet() {
        TraceTree tree = tree(
                named("GET").id(1).client().at(10, 90),
                named("GET /score").id(2).under(1).of("score").server().atNanos(1_000 * MILLI, 1_040 * MILLI),
                named("count").id(3).under(2).of("score").atNanos(1_010 * MILLI, 1_015 * MILLI));

        assertThat(node(tree, "GET /score").start()).isEqualTo(NOON + 30 * MILLI);
        assertThat(node(tree, "count"))
                .returns(NOON + 40 * MILLI, TraceNode::start)
                .returns(NOON + 45 * MILLI, TraceNode::end);
    }

    /** A message may wait for months; that is no fault. */
    @Test
    void leavesALongTraceAlone() {
        long days = 200L * 86_400_000;
        TraceTree tree =
                tree(named("a").id(1).at(0, 1), named("b").id(2).under(1).at(days, days + 1));

        assertThat(tree.duration()).isEqualTo((days + 1) * MILLI);
        assertThat(tree.nodes()).allMatch(node -> node.timeFault().isEmpty());
    }

    /** Three good spans and one with times by chance: the good ones fill most of the axis, whatever those are. */
    @Test
    void leavesTheOthersReadable_whateverTheTimes() {
        Random random = new Random(5);
        IntStream.range(0, 20_000).forEach(i -> {
            long start = random.nextLong() >>> random.nextInt(64);
            long end = random.nextLong() >>> random.nextInt(64);
            TraceTree tree = tree(ROOT, FINE, named("odd").id(2).under(1).atNanos(start, end));

            assertThat(tree.nodes()).allMatch(node -> node.start() <= node.end());
            assertThat(tree.duration()).as("%s to %s", start, end).isLessThan(2 * 366L * 86_400_000 * MILLI);
        });
    }

    private static TraceNode node(TraceTree tree, String name) {
        List<TraceNode> found = tree.nodes().stream()
                .filter(node -> node.span().orElseThrow().name().equals(name))
                .toList();
        return found.get(0);
    }
}
