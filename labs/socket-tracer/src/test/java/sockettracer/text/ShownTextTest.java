package sockettracer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShownTextTest {

    private static ShownText compare(String came, String shown) {
        return ShownText.of(List.of(came.getBytes(StandardCharsets.UTF_16BE)), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void countsLettersThatAppear_escapedOrNot() {
        assertThat(compare("Crème <b>", "{\"title\":\"Cr\\u00e8me\"}")).isEqualTo(new ShownText(6, 5, "b"));
    }

    @Test
    void namesTheLongestTextThatWasNotShown() {
        assertThat(compare("A donut. Knead the dough well. Fry it.", "A donut."))
                .isEqualTo(new ShownText(28, 6, "Knead the dough well."));
    }

    @Test
    void findsNothingUnshown_whenAllAppears() {
        assertThat(compare("A donut.", "This is it: A donut.").longestUnshown()).isEmpty();
    }
}
