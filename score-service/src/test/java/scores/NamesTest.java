package scores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "ipaa, no beer named 'ipaa'; did you mean 'ipa'?",
        "Kolsch, no beer named 'Kolsch'; did you mean 'kölsch'?",
        "guinness, no beer named 'guinness'"
    })
    void areSuggested_whereOneIsNear(String given, String sentence) {
        assertThat(Names.unknown("beer", given, List.of("ipa", "kölsch", "dunkel")))
                .hasMessage(sentence);
    }
}
