package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;

import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.terminal.Screen;

class WaterfallTest {

    @Test
    void foldsTwoQueriesThatTakeTurnsInALoop() {
        assertThat(drawn(SampleTraces.pair())).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 462 ms
                165 spans · no errors · beer-donut-app

                                                        after     took  0                 462 ms
                beer-donut-app: GET /pair/beer              0   462 ms  ████████████████████████
                ├─ SELECT beerdonut.menu.Beer          4.1 ms   5.2 ms  ▎
                │  └─ SELECT mem:bar.Beer              4.8 ms   2.7 ms  ▏
                ├─ SELECT beerdonut.pairing.Tasting   10.0 ms  21.2 ms  ▐▋
                │  └─ SELECT mem:bar.Tasting          11.4 ms   9.5 ms  ▐▏
                ├─ 80 × SELECT mem:bar.Donut          32.0 ms   192 ms   ░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░
                │  one after another, 2.4 ms each
                └─ 80 × SELECT mem:bar.donut_flavour  34.5 ms   208 ms   ░▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░
                   one after another, 2.6 ms each""");
    }

    @Test
    void showsServicesErrorsAndClocks() {
        assertThat(drawn(SampleTraces.match())).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 120 ms
                85 spans · 1 error · beer-donut-app · score-service

                                                    after     took  0                     120 ms
                beer-donut-app: GET /beer/{name}        0   120 ms  ████████████████████████████
                └─ GET                            10.0 ms   105 ms    ▐███████████████████████▉
                   └─ score-service: GET /match   12.5 ms   100 ms    ▕███████████████████████▎
                      ├─ 81 × GET                 14.5 ms  83.7 ms     ▐██████████████████▉
                      │  up to 4 at the same time, 3.7 ms each
                      └─ ! GET                     101 ms  10.0 ms                         ▐█▊
                         failed: redis.clients.jedis.exceptions.JedisConnectionException

                Clocks differ: that of score-service is 3.00 s behind; put right here.""");
    }

    /**
     * <pre>
     *   GET /beers
     *   ├─ findDonut          three times
     *   │  ├─ SELECT donut
     *   │  └─ SELECT flavour  twice, thrice, twice
     *   ├─ findDonut          with nothing beneath
     *   └─ findDonut          whose SELECT failed
     *      └─ SELECT donut
     * </pre>
     */
    @Test
    void foldsWithAllThatIsBeneath_whatIsAlike() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /beers").id(1).server().at(0, 100),
                SampleSpan.named("findDonut").id(10).under(1).at(10, 18),
                SampleSpan.named("SELECT donut").id(11).under(10).at(11, 13),
                SampleSpan.named("SELECT flavour").id(12).under(10).at(13, 15),
                SampleSpan.named("SELECT flavour").id(13).under(10).at(15, 17),
                SampleSpan.named("findDonut").id(20).under(1).at(20, 28),
                SampleSpan.named("SELECT donut").id(21).under(20).at(21, 23),
                SampleSpan.named("SELECT flavour").id(22).under(20).at(23, 24),
                SampleSpan.named("SELECT flavour").id(23).under(20).at(24, 25),
                SampleSpan.named("SELECT flavour").id(24).under(20).at(25, 26),
                SampleSpan.named("findDonut").id(30).under(1).at(30, 38),
                SampleSpan.named("SELECT donut").id(31).under(30).at(31, 33),
                SampleSpan.named("SELECT flavour").id(32).under(30).at(33, 35),
                SampleSpan.named("SELECT flavour").id(33).under(30).at(35, 37),
                SampleSpan.named("findDonut").id(40).under(1).at(40, 41),
                SampleSpan.named("findDonut").id(50).under(1).at(50, 58),
                SampleSpan.named("SELECT donut").id(51).under(50).at(51, 52).failed());

        assertThat(drawn(tree)).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 100 ms
                17 spans · 1 error · beer-donut-app

                                                 after     took  0                        100 ms
                beer-donut-app: GET /beers           0   100 ms  ███████████████████████████████
                ├─ 3 × findDonut               10.0 ms  24.0 ms     ▓█▒▓█▓▓█▓
                │  │  one after another, 8.0 ms each
                │  ├─ 3 × SELECT donut         11.0 ms   6.0 ms     ▒░ ▒░ ▒░
                │  │  one after another, 2.0 ms each
                │  └─ 7 × SELECT flavour       13.0 ms  11.0 ms      █░ ▓░ ▓▒
                │     one after another, 1.6 ms each
                ├─ findDonut                   40.0 ms   1.0 ms              ▐
                └─ findDonut                   50.0 ms   8.0 ms                 ▐██
                   └─ ! SELECT donut · failed  51.0 ms   1.0 ms                 ▕▏""");
    }

    @ParameterizedTest
    @CsvSource({"GET /items/%s, GET /items/…", "resolve books.%s.author, resolve books.….author"})
    void foldsCallsWhoseNamesDifferInAnId(String name, String template) {
        SampleSpan[] spans = IntStream.range(0, 6)
                .mapToObj(i -> i == 0
                        ? named("GET /basket").id(10).at(0, 9)
                        : named(name.formatted(i)).id(10 + i).under(10).at(i, i + 1))
                .toArray(SampleSpan[]::new);

        assertThat(new Waterfall(SampleSpan.tree(spans), false).lines(Screen.plain(120), ZoneOffset.UTC))
                .anyMatch(line -> line.contains("5 × " + template + " · one after another"));
    }

    @Test
    void unfolds_whenAllIsAskedFor() {
        assertThat(drawn(threeCalls(0, 20, 40), true)).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 60.0 ms
                4 spans · no errors · beer-donut-app

                                              after     took  0                          60.0 ms
                beer-donut-app: GET /beers        0  60.0 ms  ██████████████████████████████████
                ├─ GET /match                     0  20.0 ms  ███████████▍
                ├─ GET /match               20.0 ms  20.0 ms             ▐██████████▋
                └─ GET /match               40.0 ms  20.0 ms                        ▐███████████""");
    }

    @Test
    void saysSo_whenAllRanAtTheSameTime() {
        assertThat(drawn(threeCalls(5, 5, 5))).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 60.0 ms
                4 spans · no errors · beer-donut-app

                                             after     took  0                           60.0 ms
                beer-donut-app: GET /beers       0  60.0 ms  ███████████████████████████████████
                └─ 3 × GET /match           5.0 ms  20.0 ms    ▕███████████▋
                   all at the same time, 20.0 ms each""");
    }

    @Test
    void leavesTwoUnfolded() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /beers").id(1).at(0, 100),
                SampleSpan.named("GET").id(2).under(1).at(0, 50),
                SampleSpan.named("GET").id(3).under(1).at(50, 100));

        assertThat(drawn(tree)).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 100 ms
                3 spans · no errors · beer-donut-app

                                              after     took  0                           100 ms
                beer-donut-app: GET /beers        0   100 ms  ██████████████████████████████████
                ├─ GET                            0  50.0 ms  █████████████████
                └─ GET                      50.0 ms  50.0 ms                   █████████████████""");
    }

    @Test
    void showsStatements_whereTheNamesAreTheSame() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /beers").id(1).at(0, 100),
                SampleSpan.named("SELECT bar")
                        .id(2)
                        .under(1)
                        .at(10, 20)
                        .statement("select name from beer where id = 1"),
                SampleSpan.named("SELECT bar")
                        .id(3)
                        .under(1)
                        .at(20, 90)
                        .statement("select name from donut where id = 2"),
                SampleSpan.named("commit").id(4).under(1).at(91, 93).statement("COMMIT"));

        assertThat(drawn(tree)).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 100 ms
                4 spans · no errors · beer-donut-app

                                              after     took  0                           100 ms
                beer-donut-app: GET /beers        0   100 ms  ██████████████████████████████████
                ├─ SELECT bar               10.0 ms  10.0 ms     ▐██▊
                │  select name from beer where id = ?
                ├─ SELECT bar               20.0 ms  70.0 ms        ▕███████████████████████▋
                │  select name from donut where id = ?
                └─ commit                   91.0 ms   2.0 ms                                 ▋""");
    }

    /**
     * <pre>
     *   GET /pair
     *   ├─ (not arrived)
     *   │  └─ GET /match
     *   └─ (each other's parents)
     *      └─ tick
     *         └─ tock
     * </pre>
     */
    @Test
    void saysWhatIsMissing() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET /pair").id(1).server().at(0, 100),
                SampleSpan.named("GET /match")
                        .of("score-service")
                        .id(2)
                        .under(0x2a)
                        .server()
                        .at(20, 60),
                SampleSpan.named("tick").id(3).under(4).at(70, 80),
                SampleSpan.named("tock").id(4).under(3).at(80, 90));

        assertThat(drawn(tree)).isEqualTo("""
                Trace 00000000000000000000000000000001 · 2026-11-21 12:00:00.000 · 100 ms
                4 spans · no errors · beer-donut-app · score-service

                                                            after     took  0             100 ms
                beer-donut-app: GET /pair                       0   100 ms  ████████████████████
                ├─ (missing span 000000000000002a)
                │  └─ score-service: GET /match           20.0 ms  40.0 ms      ████████
                └─ (spans that are each other's parents)
                   └─ beer-donut-app: tick                70.0 ms  10.0 ms                ██
                      └─ tock                             80.0 ms  10.0 ms                  ██

                Not all of this trace is here: spans may still arrive, or were never sent.""");
    }

    private static TraceTree threeCalls(double first, double second, double third) {
        return SampleSpan.tree(
                SampleSpan.named("GET /beers").id(1).server().at(0, 60),
                SampleSpan.named("GET /match").id(2).under(1).client().at(first, first + 20),
                SampleSpan.named("GET /match").id(3).under(1).client().at(second, second + 20),
                SampleSpan.named("GET /match").id(4).under(1).client().at(third, third + 20));
    }

    private static String drawn(TraceTree tree) {
        return drawn(tree, false);
    }

    private static String drawn(TraceTree tree, boolean all) {
        return String.join("\n", new Waterfall(tree, all).lines(Screen.plain(80), ZoneOffset.UTC));
    }
}
