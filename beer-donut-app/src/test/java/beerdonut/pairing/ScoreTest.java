package beerdonut.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import beerdonut.menu.Beer;
import beerdonut.menu.Donut;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

    /** Bitter enough for a sweetness of 7, strong enough for a richness of 6. */
    private static final Beer BEER =
            new Beer(1, "ipa", "Hops", "IPA", 6, 60, Set.of("citrus", "pine", "malt", "honey"));

    @ParameterizedTest(name = "sweetness {0}, richness {1}: {2} points")
    @CsvSource({
        "7, 6, 70", // all that balance and weight can give
        "6, 6, 62", // a little less sweet than wanted
        "8, 6, 62", // or a little more
        "7, 5, 64", // a little less rich
        "7, 9, 52", // much richer
        "1, 1, 0", // neither sweet nor rich: no points, never fewer
    })
    void fallsWithTheDistanceFromWhatTheBeerWants(int sweetness, int richness, int percent) {
        assertThat(Score.of(BEER, donut("plain", sweetness, richness, "butter")).percent())
                .isEqualTo(percent);
    }

    @ParameterizedTest(name = "{0}: {1} points")
    @CsvSource({
        "butter, 0",
        "citrus butter, 10",
        "citrus pine, 20",
        "citrus pine malt, 30",
        "citrus pine malt honey, 30",
    })
    void countsWhatBothTasteOf_threeThingsAtTheMost(String flavours, int points) {
        Score score = Score.of(BEER, donut("plain", 7, 6, flavours.split(" ")));

        assertThat(score.percent()).isEqualTo(70 + points);
    }

    @Test
    void saysWhy() {
        Score score = Score.of(BEER, donut("lemon", 5, 7, "citrus", "butter", "malt"));

        assertThat(score)
                .isEqualTo(new Score(
                        "lemon",
                        24 + 24 + 20,
                        List.of(
                                "balance 24 of 40: 60 IBU want a sweetness of 7.0, it has 5",
                                "weight 24 of 30: 6.0 % ABV want a richness of 6.0, it has 7",
                                "flavour 20 of 30: both taste of citrus, malt")));
    }

    @Test
    void wantsNoMoreThanTheMenuHas_whenTheBeerIsExtreme() {
        Beer extreme = new Beer(2, "extreme", "Too much", "Eisbock", 25, 150, Set.of("malt"));

        assertThat(Score.of(extreme, donut("richest", 10, 10, "malt")).percent())
                .isEqualTo(80);
    }

    @Test
    void isTheSame_whateverLanguageTheMachineSpeaks() {
        Donut lemon = donut("lemon", 5, 7, "citrus");
        Score here = Score.of(BEER, lemon);
        Locale before = Locale.getDefault();
        try {
            // Its digits are others, and so is its decimal point.
            Locale.setDefault(Locale.forLanguageTag("fa-IR"));

            assertThat(Score.of(BEER, lemon)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sortsTheBestFirst_andEqualOnesByName() {
        Score best = new Score("z", 90, List.of());
        Score second = new Score("a", 80, List.of());
        Score alsoSecond = new Score("b", 80, List.of());

        assertThat(Stream.of(alsoSecond, best, second).sorted(Score.BEST_FIRST))
                .containsExactly(best, second, alsoSecond);
    }

    private static Donut donut(String name, int sweetness, int richness, String... flavours) {
        return new Donut(1, name, name, "yeast", sweetness, richness, Set.of(flavours), "Fry it.");
    }
}
