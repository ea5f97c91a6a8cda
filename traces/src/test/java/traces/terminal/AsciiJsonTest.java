package traces.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;
import traces.otlp.OtlpJson;

/** A terminal sees plain ASCII in {@code --json}, without DEL, whatever a name holds. */
class AsciiJsonTest {

    @Test
    void holdsNoLetterThatATerminalObeys() {
        List<Integer> others = letters()
                .filter(letter -> !isPlain(AsciiJson.onOneLine(Map.of(text(letter), text(letter)))))
                .boxed()
                .toList();

        assertThat(others).isEmpty();
    }

    @Test
    void holdsNoSuchLetter_inATrace() {
        List<Integer> others = letters()
                .filter(letter -> !isPlain(trace(text(letter))))
                .boxed()
                .toList();

        assertThat(others).isEmpty();
    }

    private static String trace(String text) {
        return OtlpJson.write(SampleSpan.trace(SampleSpan.named(text)
                        .of(text)
                        .attribute(text, text)
                        .failed(text)
                        .saying(span -> span.setTraceState(text)))
                .toOtlp());
    }

    /** Those below 256, and some of each block beyond. */
    private static IntStream letters() {
        return IntStream.concat(
                IntStream.range(0, 0x100),
                IntStream.iterate(0x100, letter -> letter < 0x1_0000, letter -> letter + 37));
    }

    private static String text(int letter) {
        return "a" + (char) letter + "b";
    }

    private static boolean isPlain(String json) {
        return json.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f);
    }
}
