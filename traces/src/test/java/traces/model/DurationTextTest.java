package traces.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, 0 µs
            1, 0.0 µs
            49, 0.0 µs
            400, 0.4 µs
            7_000, 7.0 µs
            9_949, 9.9 µs
            9_950, 10 µs
            42_400, 42 µs
            99_499, 99 µs
            99_500, 0.10 ms
            100_000, 0.10 ms
            420_000, 0.42 ms
            994_999, 0.99 ms
            995_000, 1.0 ms
            5_800_000, 5.8 ms
            99_949_999, 99.9 ms
            99_950_000, 100 ms
            99_960_000, 100 ms
            462_000_000, 462 ms
            999_499_999, 999 ms
            999_500_000, 1.00 s
            1_270_000_000, 1.27 s
            9_994_999_999, 9.99 s
            9_995_000_000, 10.0 s
            99_949_999_999, 99.9 s
            99_950_000_000, 100 s
            180_000_000_000, 180 s
            599_499_999_999, 599 s
            599_500_000_000, 10 min
            35_969_000_000_000, 599 min
            35_999_000_000_000, 10 h
            3_596_400_000_000_000, 999 h
            8_640_000_000_000_000, 100 d
            86_313_600_000_000_000, 999 d
            86_400_000_000_000_000, 2.7 y
            9_223_372_036_854_775_807, 292 y
            -5_800_000, -5.8 ms
            -9_223_372_036_854_775_808, -292 y
            """)
    void saysDurationsForPeople(String nanos, String text) {
        assertThat(DurationText.text(number(nanos))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            0, ±0
            3_100_000, +3.1 ms
            -391_000_000, −391 ms
            9_223_372_036_854_775_807, +292 y
            -9_223_372_036_854_775_808, −292 y
            """)
    void saysDifferencesWithTheirSign(String nanos, String text) {
        assertThat(DurationText.difference(number(nanos))).isEqualTo(text);
    }

    /** Around every border between two forms, and then all over. */
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 3600, 86_400, 31_557_600})
    void neverTakesMoreThanSevenLetters(long unit) {
        for (long size = 1; size < Long.MAX_VALUE / unit / 1_000; size = size * 21 / 20 + 1) {
            for (long near = -2; near <= 2; near++) {
                assertThat(DurationText.text(size * unit * 5 + near)).hasSizeLessThanOrEqualTo(7);
            }
        }
    }

    @Test
    void neverShrinks_whenTheDurationGrows() {
        String before = "";
        for (long nanos = 1; nanos < 2_000_000_000; nanos = nanos * 1001 / 1000 + 1) {
            String text = DurationText.text(nanos);
            assertThat(inNanos(text)).isGreaterThanOrEqualTo(before.isEmpty() ? 0 : inNanos(before));
            before = text;
        }
    }

    private static double inNanos(String text) {
        String[] parts = text.split(" ");
        double unit = parts[1].equals("µs") ? 1e3 : parts[1].equals("ms") ? 1e6 : 1e9;
        return Double.parseDouble(parts[0]) * unit;
    }

    private static long number(String text) {
        return Long.parseLong(text.replace("_", ""));
    }
}
