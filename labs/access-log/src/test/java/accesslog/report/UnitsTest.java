package accesslog.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "850, 850 ns",
        "34000, 34 µs",
        "1234567, 1.2 ms",
        "999700000, 1.0 s",
        "90e9, 90 s",
        "1.2e12, 20 min",
        "1.8e13, 5.0 h"
    })
    void writesTimes(double nanos, String text) {
        assertThat(Units.time(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.4, <1 %", "1, 1 %", "99.6, 100 %"})
    void writesShares(double part, String text) {
        assertThat(Units.share(part, 100)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"a-name-that-is-long, 10, a-name…ong", "short, 10, short", "漢字漢字漢字漢字, 9, 漢字漢…字", "abcdefghijk, 4, abcd"
    })
    void clipsInTheMiddle(String text, int columns, String clipped) {
        assertThat(SafeText.clipped(text, columns)).isEqualTo(clipped);
        assertThat(SafeText.width(clipped)).isLessThanOrEqualTo(columns);
    }
}
