package coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoachTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysWhatThereIs_whenNothingIsAskedFor() {
        assertThat(run()).isEqualTo(0);

        assertThat(out.toString()).contains("up", "down", "measure").containsPattern("Next: .*workshop up\\R$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "up --help", "down -h", "measure --help"})
    void explainsItsCommands(String words) {
        assertThat(run(words.split(" "))).isEqualTo(0);

        assertThat(out.toString()).contains("Usage: workshop", "--help");
    }

    @Test
    void saysWhereToReadOn_whenItDoesNotUnderstand() {
        run("up", "--prot", "1");

        assertThat(err.toString()).containsPattern("Next: .*workshop up --help\\R$");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            uq                     | Unmatched argument at index 0: 'uq'
            up --prot 1            | Unknown options: '--prot', '1'
            up --port x            | Invalid value for option '--port': 'x' is not an int
            up --port 0            | --port is 0; a port is a number from 1 to 65535.
            up --port 7 --score-port 7 | --port and --score-port are both 7; they should differ.
            up --database-ms -1    | --database-ms is -1.0; it should be a number from 0 to 10000.
            measure --requests 0   | --requests is 0; it should be at least 1.
            measure --port 99999   | --port is 99999; a port is a number from 1 to 65535.
            measure a^b --port 5   | 'a^b' is no path that can be asked for
            """)
    void refusesWhatItCannotDo(String words, String sentence) {
        assertThat(run(words.split(" +"))).isEqualTo(2);

        assertThat(err.toString()).contains(sentence).doesNotContain("\tat ");
    }

    private int run(String... args) {
        return Coach.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }
}
