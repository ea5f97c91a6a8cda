package accesslog.record;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElapsedTimeTest {

    private static long nanos(String text) {
        byte[] ascii = text.getBytes(US_ASCII);
        return ElapsedTime.nanos(ascii, 0, ascii.length);
    }

    @ParameterizedTest
    @CsvSource({
        "0.000716987,            716987",
        "0.0333446582,        333446582",
        "1.0000000005,       1000000005",
        "3,                  3000000000",
        "-161634.769201119, -161633230798881",
        "0.000240,               240000",
        "0,                           0",
    })
    void countsNanoseconds(String text, long nanos) {
        assertThat(nanos(text)).isEqualTo(nanos);
    }

    /** Only if the fraction stays positive does wtime + optime give etime, but for what the server took to read the clock. */
    @org.junit.jupiter.api.Test
    void addsUp_whenTheServerWroteANegativeTime() {
        assertThat(nanos("-161634.769201119") + nanos("161633.231282362")).isEqualTo(nanos("0.000483481"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "-", "1.", "x", "1.2.3", "1,5", "0.12345678901", "99999999999999999999", "1e3"})
    void refusesWhatIsNoTime(String text) {
        assertThat(nanos(text)).isEqualTo(LogRecord.ABSENT);
    }
}
