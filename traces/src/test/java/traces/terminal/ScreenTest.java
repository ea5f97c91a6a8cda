package traces.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {

    @ParameterizedTest
    @CsvSource({
        "113,     , 113",
        "113, 200, 113",
        "0,      , 80",
        "-1,  100, 100",
        "0,   abc, 80",
        "0,     0, 80",
        "0,    -9, 80",
        "0, 99999999999, 80",
        "20,     , 60",
        "9999,   , 500"
    })
    void isAsWideAsTheTerminal_elseAsColumnsSays_else80(int terminal, String columns, int width) {
        assertThat(Screen.width(terminal, columns)).isEqualTo(width);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,        Linux,      ,             BLOCKS",
        "UTF-8,        Mac OS X,   ,             BLOCKS",
        "US-ASCII,     Linux,      ,             ASCII",
        "ISO-8859-1,   Linux,      ,             ASCII",
        "UTF-8,        Windows 11, ,             ASCII",
        "UTF-8,        Windows 11, WT_SESSION,   BLOCKS",
        "UTF-8,        Windows 11, TERM_PROGRAM, BLOCKS",
        "windows-1252, Windows 11, WT_SESSION,   ASCII",
        "IBM850,       Windows 11, WT_SESSION,   ASCII"
    })
    void drawsWithBlocks_whereTheyAreShown(String encoding, String system, String variable, String glyphs) {
        Map<String, String> env = variable == null ? Map.of() : Map.of(variable, "1");

        assertThat(Screen.glyphs(Charset.forName(encoding), system, env::get))
                .isEqualTo(glyphs.equals("BLOCKS") ? Glyphs.BLOCKS : Glyphs.ASCII);
    }

    @Test
    void saysMicrosecondsInAscii_whereThereIsNothingElse() {
        assertThat(new Screen(80, false, Glyphs.ASCII).time(7_000)).isEqualTo("7.0 us");
    }
}
