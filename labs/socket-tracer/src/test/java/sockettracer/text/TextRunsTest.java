package sockettracer.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TextRunsTest {

    private static byte[] bytes(Object... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object part : parts) {
            bytes.writeBytes(part instanceof byte[] text ? text : new byte[] {((Integer) part).byteValue()});
        }
        return bytes.toByteArray();
    }

    @Test
    void findsUtf8AmongOtherBytes() {
        assertThat(TextRuns.of(bytes(0, 1, "Crème brûlée".getBytes(StandardCharsets.UTF_8), 2, 255)))
                .containsExactly("Crème brûlée");
    }

    @Test
    void findsUtf16AndNotTheLengthBeforeIt() {
        String text = "a donut with maple and walnuts on top of it";

        assertThat(TextRuns.of(bytes(0, 0, 0, text.length(), text.getBytes(StandardCharsets.UTF_16BE), 0, 1)))
                .containsExactly(text);
    }

    @Test
    void findsNothing_inShortRuns() {
        assertThat(TextRuns.of(bytes(1, "ipa".getBytes(StandardCharsets.UTF_8), 1)))
                .isEmpty();
    }
}
