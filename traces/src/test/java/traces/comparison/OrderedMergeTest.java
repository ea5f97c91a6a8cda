package traces.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderedMergeTest {

    @ParameterizedTest
    @CsvSource({
        "beer donut score, cache beer flavour donut, cache beer flavour donut score",
        "a b, a b, a b",
        "a b, b a, a b",
        "a b, c d, a b c d",
        "a b, a x y, a x y b",
        "a, x a y, x a y",
        "a b, x b, a x b",
        "'', x, x",
        "x, '', x",
    })
    void putsWhatOnlyTheSecondHasWhereItStandsThere(String first, String second, String expected) {
        List<String> order = OrderedMerge.of(words(first), words(second));

        assertThat(String.join(" ", order)).isEqualTo(expected);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
