package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

class TraceComparisonTest {

    private static final long MILLI = 1_000_000;

    /** The trees are drawn at {@link SampleComparison#pair} and {@link SampleComparison#beer}. */
    @Test
    void holdsTheBeerAgainstThePair() {
        TraceComparison comparison = TraceComparison.of(SampleComparison.pair(), SampleComparison.beer());

        assertThat(lines(comparison))
                .containsExactly(
                        "GET /pair/beer → GET /beer/{name} 1 1 462000000 6000000",
                        "  SELECT beerdonut.menu.Beer 1 1 3000000 3000000",
                        "    SELECT mem:bar.Beer 1 1 2500000 2500000",
                        "  SELECT beerdonut.pairing.Tasting 1 0 3000000 0",
                        "    SELECT mem:bar.Tasting 1 0 2500000 0",
                        "  SELECT mem:bar.Donut 80 0 200000000 0",
                        "  SELECT mem:bar.donut_flavour 80 0 200000000 0");
    }

    @Test
    void hasOneRow_whenTheNamesDifferInAnId() {
        TraceComparison comparison = TraceComparison.of(basket(1000, 20), basket(2000, 3));

        assertThat(lines(comparison))
                .containsExactly("GET /basket 1 1 100000000 100000000", "  GET /items/… 20 3 40000000 6000000");
        assertThat(comparison.totals()).extracting(WorkTotal::kind).contains("CLIENT GET /items/…");
    }

    private static TraceTree basket(int first, int items) {
        Stream<SampleSpan> calls = IntStream.range(0, items)
                .mapToObj(i -> named("GET /items/" + (first + i))
                        .id(10 + i)
                        .under(1)
                        .client()
                        .at(i * 3, i * 3 + 2));
        return tree(Stream.concat(Stream.of(named("GET /basket").id(1).server().at(0, 100)), calls)
                .toArray(SampleSpan[]::new));
    }

    /**
     * <pre>
     *   curl /pair             curl /beer
     *   └─ GET /pair (app)     └─ GET /beer (app)
     *      ├─ SELECT 1            └─ SELECT 1
     *      └─ INSERT
     * </pre>
     */
    @Test
    void matchesTheOneRequestThatEachCallerMade() {
        TraceTree a = tree(
                named("curl /pair").id(1).of("curl").client().at(0, 20),
                named("GET /pair").id(2).under(1).server().at(1, 19),
                named("s").id(3).under(2).statement("select 1").at(2, 3),
                named("i").id(4).under(2).statement("insert into x values (1)").at(3, 4));
        TraceTree b = tree(
                named("curl /beer").id(1).of("curl").client().at(0, 10),
                named("GET /beer").id(2).under(1).server().at(1, 9),
                named("s").id(3).under(2).statement("select 1").at(2, 3));

        List<String> lines = lines(TraceComparison.of(a, b));

        assertThat(lines)
                .containsExactly(
                        "curl /pair → curl /beer 1 1 20000000 10000000",
                        "  GET /pair → GET /beer 1 1 18000000 8000000",
                        "    s 1 1 1000000 1000000",
                        "    i 1 0 1000000 0");
    }

    @Test
    void addsUpEachKindOfWork() {
        WorkTotal select = total(TraceComparison.of(SampleComparison.pair(), SampleComparison.beer()), "SELECT");

        assertThat(select.a()).isEqualTo(new CallStatistics(162, 0, 405 * MILLI, 405 * MILLI, 405 * MILLI));
        assertThat(select.b()).isEqualTo(new CallStatistics(1, 0, 2_500_000, 2_500_000, 2_500_000));
        assertThat(select.rows()).isEqualTo(4);
    }

    @Test
    void isTheSameTheOtherWayRound() {
        TraceComparison comparison = TraceComparison.of(SampleComparison.beer(), SampleComparison.pair());

        assertThat(total(comparison, "SELECT").moreCalls()).isEqualTo(161);
        assertThat(total(comparison, "SELECT").longer()).isEqualTo(402_500_000);
    }

    /**
     * <pre>
     *   GET /a               GET /a
     *   ├─ load              └─ load
     *   │  └─ SELECT            ├─ SELECT
     *   └─ load                 └─ INSERT
     *      └─ SELECT
     * </pre>
     */
    @Test
    void mergesTheChildrenOfRepeatedSiblings() {
        TraceTree a = tree(
                named("GET /a").id(1).server().at(0, 20),
                named("load").id(2).under(1).at(1, 5),
                named("load").id(3).under(1).at(6, 10),
                named("s").id(4).under(2).statement("select 1").at(2, 3),
                named("s").id(5).under(3).statement("select 2").at(7, 8));
        TraceTree b = tree(
                named("GET /a").id(1).server().at(0, 20),
                named("load").id(2).under(1).at(1, 5),
                named("s").id(4).under(2).statement("select 3").at(2, 3),
                named("i").id(5).under(2).statement("insert into x values (1)").at(3, 4));

        List<String> lines = lines(TraceComparison.of(a, b));

        assertThat(lines)
                .containsExactly(
                        "GET /a 1 1 20000000 20000000",
                        "  load 2 1 8000000 4000000",
                        "    s 2 1 2000000 1000000",
                        "    i 0 1 0 1000000");
    }

    @Test
    void matchesByStatement_whenTheDatabaseHasAnotherName() {
        TraceTree a = tree(named("SELECT mem:bar.Beer").statement("select * from beer where id = 1"));
        TraceTree b = tree(named("SELECT mem:bar2.Beer").trace(2).statement("select * from beer where id = 22"));

        assertThat(TraceComparison.of(a, b).rows())
                .singleElement()
                .matches(row -> row.name().equals("SELECT mem:bar.Beer"));
    }

    @Test
    void tellsServicesApart() {
        TraceTree a = tree(named("GET /a").id(1), named("work").id(2).under(1).of("score-service"));
        TraceTree b = tree(named("GET /a").id(1), named("work").id(2).under(1));

        assertThat(TraceComparison.of(a, b).rows())
                .extracting(row ->
                        row.newService() + ":" + row.a().count() + ":" + row.b().count())
                .containsExactly("beer-donut-app:1:1", "score-service:1:0", ":0:1");
    }

    /**
     * <pre>
     *   GET /a               GET /a
     *   └─ SELECT            └─ find Beer
     *                           └─ SELECT
     * </pre>
     */
    @Test
    void findsWhatHasMoved() {
        TraceTree a = tree(
                named("GET /a").id(1).server().at(0, 9),
                named("s").id(2).under(1).statement("select 1").at(1, 4));
        TraceTree b = tree(
                named("GET /a").id(1).server().at(0, 9),
                named("find Beer").id(2).under(1).at(1, 5),
                named("s").id(3).under(2).statement("select 1").at(1, 4));

        TraceComparison comparison = TraceComparison.of(a, b);

        assertThat(comparison.rows())
                .extracting(row -> row.place().isElsewhere())
                .containsExactly(false, true, false, true);
        assertThat(total(comparison, "SELECT").isChanged()).isFalse();
        assertThat(total(comparison, "SELECT").longer()).isZero();
    }

    /** Three at once, 1–4, 2–5 and 8–9 ms: covered are 5 ms. */
    @Test
    void countsTimeOnce_whereCallsRanAtOnce() {
        TraceTree tree = tree(
                named("GET /a").id(1).at(0, 10),
                named("x").id(2).under(1).at(1, 4),
                named("x").id(3).under(1).at(2, 5),
                named("x").id(4).under(1).at(8, 9));

        TraceComparison comparison = TraceComparison.of(tree, tree);

        assertThat(comparison.rows().get(1).a()).isEqualTo(new CallStatistics(3, 0, 5 * MILLI, 7 * MILLI, 7 * MILLI));
        assertThat(comparison.rows().get(0).a().own()).isEqualTo(5 * MILLI);
    }

    /** A child that runs on after its parent takes nothing from it then. */
    @Test
    void keepsItsOwnTime_whenAChildOutlivesIt() {
        TraceTree tree = tree(
                named("GET /a").id(1).at(0, 10), named("later").id(2).under(1).at(8, 100));

        assertThat(TraceComparison.of(tree, tree).rows().get(0).a().own()).isEqualTo(8 * MILLI);
    }

    @Test
    void matchesSeveralRootsByWhatTheyDo() {
        TraceTree a = tree(named("GET /a").id(1).at(0, 1), named("GET /b").id(2).at(2, 3));
        TraceTree b = tree(named("GET /b").id(1).at(0, 1), named("GET /c").id(2).at(2, 3));

        assertThat(lines(TraceComparison.of(a, b)))
                .containsExactly("GET /a 1 0 1000000 0", "GET /b 1 1 1000000 1000000", "GET /c 0 1 0 1000000");
    }

    @Test
    void matchesARootThatHasNotArrived() {
        TraceTree a =
                tree(named("GET /a").id(1).at(0, 9), named("x").id(2).under(1).at(1, 2));
        TraceTree b = tree(named("x").id(2).under(1).at(1, 2));

        TraceComparison comparison = TraceComparison.of(a, b);

        assertThat(lines(comparison))
                .containsExactly(
                        "GET /a → (a span that has not arrived) 1 1 9000000 1000000", "  x 1 1 1000000 1000000");
        assertThat(comparison.totals()).extracting(WorkTotal::kind).containsExactly("INTERNAL GET /a", "INTERNAL x");
    }

    @Test
    void holdsTenThousandChildren_eachOfItsOwnKind() {
        TraceTree a = wide(0, 10_000);
        TraceTree b = wide(5_000, 15_000);

        TraceComparison comparison = TraceComparison.of(a, b);

        assertThat(comparison.rows()).hasSize(15_001);
        assertThat(comparison.rows())
                .filteredOn(row -> row.place() == RowPlace.ONLY_A)
                .hasSize(5_000);
        assertThat(ComparisonSummary.of(comparison)).contains("9997 other kinds");
    }

    @Test
    void holdsTreesThatAreDeeperThanAStack() {
        SampleSpan[] spans = IntStream.rangeClosed(1, 20_000)
                .mapToObj(i -> named("down").id(i).under(i - 1).at(0, 1))
                .toArray(SampleSpan[]::new);
        TraceTree deep = tree(spans);

        TraceComparison comparison = TraceComparison.of(deep, deep);

        assertThat(comparison.rows()).hasSize(20_000);
        assertThat(comparison.rows().get(19_999).depth()).isEqualTo(19_999);
    }

    @Test
    void keepsItsNumbersPositive_whateverTheTimes() {
        long[] times = {0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE, SampleSpan.NOON};
        Stream<SampleSpan> children = IntStream.range(0, times.length * times.length)
                .mapToObj(i -> named("x").id(2 + i).under(1).atNanos(times[i / times.length], times[i % times.length]));
        TraceTree tree =
                tree(Stream.concat(Stream.of(named("GET /a").id(1)), children).toArray(SampleSpan[]::new));

        TraceComparison comparison = TraceComparison.of(tree, SampleComparison.beer());

        assertThat(comparison.rows())
                .allMatch(row -> row.a().covered() >= 0
                        && row.a().summed() >= 0
                        && row.a().own() >= 0);
        assertThat(comparison.sideA().duration()).isNotNegative();
        assertThat(new ComparisonText(comparison, Screen.plain(80)).text().lines())
                .allMatch(line -> TerminalText.width(line) <= 80);
    }

    private static TraceTree wide(int from, int to) {
        Stream<SampleSpan> children =
                IntStream.range(from, to).mapToObj(i -> named("x" + i).id(2 + i).under(1));
        return tree(Stream.concat(Stream.of(named("GET /a").id(1)), children).toArray(SampleSpan[]::new));
    }

    private static WorkTotal total(TraceComparison comparison, String kind) {
        return comparison.totals().stream()
                .filter(total -> total.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(TraceComparison comparison) {
        return comparison.rows().stream()
                .map(row -> "  ".repeat(row.depth()) + row.name() + " "
                        + row.a().count() + " " + row.b().count() + " "
                        + row.a().covered() + " " + row.b().covered())
                .toList();
    }
}
