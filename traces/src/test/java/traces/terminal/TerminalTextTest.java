package traces.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {

    @ParameterizedTest
    @CsvSource({"GET /beers, 10", "bière, 5", "漢字, 4", "한국, 4", "é, 1", "🍩, 2", "👍🏽, 4", "'', 0"})
    void countsColumns(String text, int columns) {
        assertThat(TerminalText.width(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({
        "maple-bacon, 11, maple-bacon",
        "maple-bacon, 10, maple-bac…",
        "maple-bacon, 1, …",
        "maple-bacon, 0, ''",
        "漢字漢字, 8, 漢字漢字",
        "漢字漢字, 7, 漢字漢…",
        "漢字漢字, 6, 漢字…",
        "ééé, 2, é…"
    })
    void cutsWhatIsTooWide(String text, int columns, String cut) {
        assertThat(TerminalText.clipped(text, columns, Glyphs.BLOCKS)).isEqualTo(cut);
    }

    @Test
    void cutsWithDotsThatEveryEncodingHas() {
        assertThat(TerminalText.clipped("maple-bacon", 7, Glyphs.ASCII)).isEqualTo("maple..");
    }

    @Test
    void showsWhatWouldDriveATerminalByItsCode() {
        assertThat(TerminalText.safe("\u001b[31m\u202e\ttab\u009b")).isEqualTo("\\u001b[31m\\u202e tab\\u009b");
    }

    @Test
    void keepsMarksFromPilingUp() {
        String piled = "o" + "\u0308".repeat(50) + "k\ufe0f";

        assertThat(TerminalText.safe(piled)).isEqualTo("o\u0308\u0308\u0308k");
    }

    @Test
    void breaksASentenceBetweenWords() {
        assertThat(TerminalText.wrapped("one query per donut", 9, Glyphs.BLOCKS))
                .containsExactly("one query", "per donut");
        assertThat(TerminalText.wrapped("redis.clients.jedis failed", 9, Glyphs.BLOCKS))
                .containsExactly("redis.cl…", "failed");
    }
}
