package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a terminal could be told by a name; from thought and the lists of Unicode, not from a fuzzer. */
class PrintableTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "retitles the window,a\u001b]0;owned\u0007b,a\\u001b]0;owned\\u0007b",
                "turns red,a\u001b[31mb,a\\u001b[31mb",
                "the same in one letter,a\u009b31mb,a\\u009b31mb",
                "rings,\u0007,\\u0007",
                "goes back,pass\u0008\u0008word,pass\\u0008\\u0008word",
                "deletes,a\u007fb,a\\u007fb",
                "ends the text,a\u0000b,a\\u0000b",
                "turns the direction,\u202egpj.exe,\\u202egpj.exe",
                "isolates,\u2067x\u2069,\\u2067x\\u2069",
                "has no width,a\u200bb\u200dc\ufeffd,a\\u200bb\\u200dc\\ufeffd",
                "ends the line elsewhere,a\u0085b\u2028c\u2029d,a\\u0085b\\u2028c\\u2029d",
                "half a letter,a\ud800b,a\\ud800b",
                "the other half,a\udc00b,a\\udc00b",
                "hidden tags,a\udb40\udc41b,a\\u{e0041}b",
                "private use,a\ue000b,a\\ue000b",
            })
    void showsTheCodeOfALetterThat(String does, String text, String printed) {
        assertThat(Printable.of(text)).as(does).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"GET /beer/{name}", "Kölsch", "ビール", "🍩 donut", "שלום", "a\\nb", "<script>alert(1)</script>", "''"
            })
    void leavesHonestTextAsItIs(String text) {
        assertThat(Printable.of(text)).isEqualTo(text);
    }

    @Test
    void staysOnItsLine() {
        assertThat(Printable.of("select 1\r\n\tfrom\nbeer")).isEqualTo("select 1   from beer");
    }

    @Test
    @Timeout(10)
    void takesLittleTime_forAMillionEscapes() {
        String printed = Printable.of("\u001b".repeat(1_000_000));

        assertThat(printed).hasSize(6_000_000);
    }
}
