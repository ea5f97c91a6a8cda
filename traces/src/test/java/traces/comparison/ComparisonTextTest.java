package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.TraceTree;
import traces.terminal.Glyphs;
import traces.terminal.Screen;
import traces.terminal.TerminalText;

class ComparisonTextTest {

    @Test
    void makesDoWithLetters_whereTheConsoleHasNothingElse() {
        Screen old = new Screen(80, false, Glyphs.ASCII);

        String text =
                new ComparisonText(TraceComparison.of(SampleComparison.pair(), SampleComparison.beer()), old).text();

        assertThat(text).isEqualTo(old.shown(text)).contains("162 SELECT became 1, -403 ms");
        assertThat(text.chars()).allMatch(letter -> letter < 128);
    }

    @Test
    void printsThePairBesideTheBeer() {
        String text = text(SampleComparison.pair(), SampleComparison.beer(), 80);

        assertThat(text).isEqualToNormalizingNewlines("""
                        A  00000000  165 spans   462 ms  beer-donut-app GET /pair/beer
                        B  00000000    3 spans   6.0 ms  beer-donut-app GET /beer/{name}

                                                                   ── calls ───  ──────── time ─────────
                                                                     A  B     Δ       A       B        Δ
                           beer-donut-app GET /pair/beer → GET /…    1  1     =  462 ms  6.0 ms  −456 ms
                             SELECT beerdonut.menu.Beer              1  1     =  3.0 ms  3.0 ms       ±0
                               SELECT mem:bar.Beer                   1  1     =  2.5 ms  2.5 ms       ±0
                        −    SELECT beerdonut.pairing.Tasting        1  –    −1  3.0 ms       –  −3.0 ms
                        −      SELECT mem:bar.Tasting                1  –    −1  2.5 ms       –  −2.5 ms
                        −    SELECT mem:bar.Donut                   80  –   −80  200 ms       –  −200 ms
                        −    SELECT mem:bar.donut_flavour           80  –   −80  200 ms       –  −200 ms

                        Together, wherever they stand:
                           SELECT                                  162  1  −161  405 ms  2.5 ms  −403 ms

                        − only in A
                        162 SELECT became 1, −403 ms; 1 INTERNAL SELECT beerdonut.pairing.Tasting became
                        0, −3.0 ms. In all, 462 ms became 6.0 ms, −456 ms.""");
    }

    /**
     * <pre>
     *   GET /a               GET /a
     *   ├─ SELECT            ├─ load
     *   └─ GET (failed)      │  └─ SELECT
     *                        └─ GET
     *                           └─ GET /match, of the score service
     * </pre>
     */
    @Test
    void marksWhatMovedCameOrFailed_inLetters() {
        TraceTree a = tree(
                named("GET /a").id(1).server().at(0, 9),
                named("s").id(2).under(1).statement("select 1").at(1, 2),
                named("GET").id(3).under(1).client().at(3, 8).failed());
        TraceTree b = tree(
                named("GET /a").trace(2).id(1).server().at(0, 9),
                named("load").trace(2).id(2).under(1).at(1, 2),
                named("s").trace(2).id(3).under(2).statement("select 1").at(1, 2),
                named("GET").trace(2).id(4).under(1).client().at(3, 8),
                named("GET /match")
                        .trace(2)
                        .id(5)
                        .under(4)
                        .of("score-service")
                        .server()
                        .at(4, 7));

        assertThat(text(a, b, 80)).isEqualToNormalizingNewlines("""
                        A  00000000  3 spans   9.0 ms  ! 1 error  beer-donut-app GET /a
                        B  00000000  5 spans   9.0 ms  beer-donut-app GET /a

                                                         ─ calls ──          ──────── time ─────────
                                                           A  B   Δ  errors       A       B        Δ
                           beer-donut-app GET /a           1  1   =          9.0 ms  9.0 ms       ±0
                        ~    s                             1  –  −1          1.0 ms       –  −1.0 ms
                        +    load                          –  1  +1               –  1.0 ms  +1.0 ms
                        ~      s                           –  1  +1               –  1.0 ms  +1.0 ms
                         !   GET                           1  1   =     1→0  5.0 ms  5.0 ms       ±0
                        +      score-service GET /match    –  1  +1               –  3.0 ms  +3.0 ms

                        Together, wherever they stand:
                           SELECT                          1  1   =          1.0 ms  1.0 ms       ±0

                        + only in B   ~ elsewhere in the other   ! with errors
                        score-service is new in B; 1 error became 0: CLIENT GET; 1 SERVER GET /match
                        appeared, +3.0 ms; 1 INTERNAL load appeared, +1.0 ms. In all, both took 9.0 ms.""");
    }

    @ParameterizedTest
    @ValueSource(ints = {72, 80, 81, 100, 120, 250})
    void fitsTheWidth_whateverTheNames(int width) {
        String wide = "宇宙".repeat(40) + "\u001b]0;owned\u0007\u202e" + "é\u0301".repeat(30);
        TraceTree hostile = tree(
                named(wide).id(1).of(wide).server().at(0, 90_000),
                named("").id(2).under(1).statement(wide).at(3, 123_456).failed(),
                named("x").id(3).under(7).of("y").at(0, 1));

        String text = text(hostile, SampleComparison.pair(2, 80), width);

        assertThat(text.lines())
                .allSatisfy(line -> assertThat(TerminalText.width(line)).isLessThanOrEqualTo(width));
        assertThat(text).doesNotContain("\u001b", "\u0007", "\u202e");
    }

    @Test
    void keepsNumbersBesideTheirNames_whereThereIsRoom() {
        String text = text(SampleComparison.pair(), SampleComparison.beer(), 200);

        assertThat(text.lines())
                .anyMatch(line -> line.contains("beer-donut-app GET /pair/beer → GET /beer/{name}    1  1"));
    }

    @Test
    void isTheSameText_whenItIsColoured() {
        TraceComparison comparison = TraceComparison.of(SampleComparison.pair(), SampleComparison.beer());

        String coloured = new ComparisonText(comparison, new Screen(80, true, Glyphs.BLOCKS)).text();

        assertThat(coloured).contains("\u001b[32m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(new ComparisonText(comparison, Screen.plain(80)).text());
    }

    @Test
    void saysHowManyLinesAreLeftOut() {
        TraceTree many = tree(IntStream.rangeClosed(1, 305)
                .mapToObj(i -> named("x" + i).id(i).under(i == 1 ? 0 : 1))
                .toArray(SampleSpan[]::new));

        assertThat(text(many, SampleComparison.beer(), 80))
                .contains("7 more lines are left out here; --json has them all.");
    }

    private static String text(TraceTree a, TraceTree b, int width) {
        return new ComparisonText(TraceComparison.of(a, b), Screen.plain(width)).text();
    }
}
