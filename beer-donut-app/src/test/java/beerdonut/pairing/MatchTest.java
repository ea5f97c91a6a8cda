package beerdonut.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchTest {

    @Test
    void isReadAsItWasWritten() {
        Match match = new Match(
                "ipa", "mango-lime", 84, List.of("fruit meets hops"), List.of(new Match.RunnerUp("plain-glazed", 80)));

        assertThat(Match.fromJson(match.toJson())).isEqualTo(match);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{}", "[]", "rubbish", "{\"beer\":\"ipa\",\"donut\":\"mango-lime\",\"score\":84}"})
    void isRefused_whenItIsNotWhole(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Match.fromJson(json))
                .withMessage("not a match: " + json);
    }
}
