package scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresFileTest {

    @Test
    void knowsEveryBeer() {
        assertThat(ScoresFile.byBeer()).hasSize(36).containsKeys("ipa", "kölsch");
        assertThat(ScoresFile.byBeer().get("ipa")).hasSize(80);
    }

    @Test
    void readsAScoreWithItsReasons() {
        Score best = ScoresFile.byBeer().get("ipa").stream()
                .sorted(Score.BEST_FIRST)
                .findFirst()
                .orElseThrow();

        assertThat(best)
                .isEqualTo(new Score(
                        "mango-lime",
                        97,
                        List.of(
                                "balance 40 of 40: 60 IBU want a sweetness of 7.0, it has 7",
                                "weight 27 of 30: 6.5 % ABV want a richness of 6.5, it has 6",
                                "flavour 30 of 30: both taste of citrus, floral, tropical")));
    }
}
