package coach.course.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logsOneLine_whenItFails | logs one line, when it fails",
                "findsTheBestDonutForABeer | finds the best donut for a beer",
                "answersWith503 | answers with 503",
            })
    void areTheMethodsNameInWords(String method, String sentence) {
        assertThat(TestNames.words(method)).isEqualTo(sentence);
    }
}
