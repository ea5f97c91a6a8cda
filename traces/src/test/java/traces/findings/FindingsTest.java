package traces.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.trace;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Span;
import traces.model.TraceTree;

/** What hostile traces can do came from thought, none of it from a fuzzer. */
@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class FindingsTest {

    /** A step for each pair of spans would show as minutes, and a stack frame for each span as a StackOverflowError. */
    private static final int MANY = 30_000;

    /**
     * <pre>
     *   GET /pair/beer      0 ├───────────────────────────────────────┤ 400
     *   ├─ SELECT beer !     0 ├┤ 1
     *   ├─ SELECT donut      40 times 1 ms
     *   ├─ GET (scores)                       200 ├───┤ 250              nothing beneath
     *   └─ GET (rates)                               250 ├───┤ 300
     *                                                        and then nothing
     * </pre>
     */
    @Test
    void putsHiddenFailuresFirst_andThenWhatIsAboutTheMostTime() {
        List<SampleSpan> spans = new ArrayList<>(List.of(
                named("GET /pair/beer").id(1).server().at(0, 400),
                named("SELECT beer")
                        .id(2)
                        .under(1)
                        .at(0, 1)
                        .statement("select beer")
                        .failed(),
                named("GET").id(3).under(1).client().at(200, 250).attribute("server.address", "scores"),
                named("GET").id(4).under(1).client().at(250, 300).attribute("server.address", "rates")));
        IntStream.range(0, 40)
                .forEach(i -> spans.add(named("SELECT donut")
                        .id(10 + i)
                        .under(1)
                        .at(2 + i * 4, 3 + i * 4)
                        .statement("select donut")));

        List<Finding> findings = Findings.of(TraceTree.of(trace(spans.toArray(SampleSpan[]::new))));

        assertThat(findings)
                .extracting(Finding::kind)
                .containsExactly(
                        "hidden-error",
                        "untraced-gap",
                        "stops-at-client",
                        "stops-at-client",
                        "sequential-calls",
                        "repeated-query");
    }

    @Test
    void areNone_whenAllIsWell() {
        TraceTree tree = SampleSpan.tree(
                named("GET /beers").id(1).server().at(0, 4),
                named("SELECT beer").id(2).under(1).at(1, 3).statement("select beer"));

        assertThat(Findings.of(tree)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b]0;owned\u0007", "a\nb", "\u202egpj", "x\ud800", "<script>", ""})
    void sayNothingThatDrivesATerminal(String text) {
        String sentences = String.join("", sentences(everything(text)));

        assertThat(sentences.codePoints())
                .isNotEmpty()
                .noneMatch(letter -> Character.isISOControl(letter)
                        || Character.getType(letter) == Character.FORMAT
                        || Character.getType(letter) == Character.SURROGATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"long ", "\u001b", "🍩", "select ", "'", "(("})
    void stayShort_whenNamesAreAMegabyteLong(String piece) {
        List<String> sentences = sentences(everything(piece.repeat(1_000_000 / piece.length())));

        assertThat(sentences).hasSizeGreaterThan(4).allMatch(sentence -> sentence.length() < 500);
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                large("repeats one query", i -> named("q").id(i).under(1).statement("select " + i)),
                large("repeats none", i -> named("q").id(i).under(1).statement("select a" + i)),
                large("calls one after another", i -> call(i).at(i, i + 1)),
                large("calls everywhere", i -> call(i).at(i, i + 1).attribute("server.port", "" + i)),
                large("calls at once", i -> call(i).at(0, i)),
                large("fails everywhere", i -> named("n" + i).id(i).under(1).failed("f" + i)),
                large("leaves gaps", i -> named("n" + i).id(i).under(1).at(i % 2, MANY)),
                large("is deep", i -> named("n").id(i).under(i - 1L).at(i, 2 * MANY - i)),
                large("fails deep down", i -> named("n").id(i).under(i - 1L).failed()),
                large(
                        "fails by turns deep down",
                        i -> i % 2 == 0
                                ? named("n").id(i).under(i - 1L).failed()
                                : named("n").id(i).under(i - 1L)),
                large("queries deep down", i -> named("q").id(i).under(i - 1L).statement("select 1")),
                large("calls deep down", i -> call(i).under(i - 1L)),
                large(
                        "queries at the end of a chain",
                        i -> i < MANY / 2
                                ? named("n").id(i).under(i - 1L)
                                : named("q").id(i).under(MANY / 2 - 1L).statement("select x" + i / 4)),
                large("is full of orphans", i -> call(i).under(1_000_000L + i)),
                large("goes in circles", i -> call(i).under(i % 2 == 0 ? i + 1 : i - 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void areFew_howeverLargeATraceIs(String what, IntFunction<SampleSpan> span) {
        List<Span> spans = new ArrayList<>(
                List.of(named("root").id(1).server().at(0, 2 * MANY).span()));
        IntStream.rangeClosed(2, MANY).forEach(i -> spans.add(span.apply(i).span()));

        List<Finding> findings = Findings.of(TraceTree.of(trace(spans)));

        assertThat(findings)
                .hasSizeLessThanOrEqualTo(5 * Findings.MOST_OF_A_KIND)
                .allMatch(finding -> finding.sentence().length() < 500);
    }

    /** Kinds, times, parents and failures thrown together, with fixed seeds. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void holdTogether_whateverATraceIsLike(long seed) {
        Random random = new Random(seed);
        List<Span> spans = IntStream.rangeClosed(1, 2_000)
                .mapToObj(id -> anyhow(id, random))
                .toList();
        TraceTree tree = TraceTree.of(trace(spans));

        List<Finding> findings = Findings.of(tree);

        assertThat(findings)
                .isNotEmpty()
                .allMatch(finding -> finding.nanos() >= 0 && tree.nodes().containsAll(finding.nodes()));
    }

    private static Span anyhow(int id, Random random) {
        SampleSpan span = random.nextBoolean()
                ? named("n" + random.nextInt(5))
                : named("q").statement("select " + random.nextInt(3));
        if (random.nextInt(4) == 0) {
            span.failed();
        }
        span.kind(SpanKind.forNumber(random.nextInt(6)));
        long[] times = {0, -1, 1, Long.MAX_VALUE, Long.MIN_VALUE, SampleSpan.NOON, SampleSpan.NOON + random.nextInt()};
        span.atNanos(times[random.nextInt(times.length)], times[random.nextInt(times.length)]);
        return span.id(id)
                .under(random.nextInt(2_500))
                .of("s" + random.nextInt(3))
                .span();
    }

    private static Arguments large(String what, IntFunction<SampleSpan> span) {
        return Arguments.of(what, span);
    }

    private static SampleSpan call(long id) {
        return named("GET").id(id).under(1).client().attribute("server.address", "x");
    }

    /** A trace with all five, in which this text is everywhere. */
    private static TraceTree everything(String text) {
        List<SampleSpan> spans =
                new ArrayList<>(List.of(named(text).id(1).of(text).server().at(0, 400)));
        for (int i = 0; i < 5; i++) {
            spans.add(named(text).id(10 + i).under(1).of(text).at(i, i + 1).statement("select 1 " + text));
        }
        for (int i = 0; i < 2; i++) {
            spans.add(named(text)
                    .id(20 + i)
                    .under(1)
                    .of(text)
                    .client()
                    .at(50 * i, 50 * i + 50)
                    .attribute("server.address", "x" + text));
        }
        spans.add(named(text).id(30).under(1).of(text).threw(text, text));
        return TraceTree.of(trace(spans.toArray(SampleSpan[]::new)));
    }

    private static List<String> sentences(TraceTree tree) {
        return Findings.of(tree).stream().map(Finding::sentence).toList();
    }
}
