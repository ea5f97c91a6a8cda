package traces.waterfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.TimeInterval;
import traces.terminal.Glyphs;

class SpanBarTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "0,800,██████████",
                "0,404,█████",
                "0,410,█████▏",
                "0,474,█████▉",
                "120,280, ▐█▌",
                "140,240, ▕█",
                "80,80, ▏",
                "800,800,         ▕",
                "0,0,▏",
                "130,140, ▕",
                "120,140, ▕"
            })
    void showsEighthsOfAColumn(long start, long end, String bar) {
        assertThat(bar(800, Glyphs.BLOCKS).of(active(start, end))).isEqualTo(bar);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"0,800,##########", "120,280, ###", "80,80, |"})
    void showsColumns_whereThereAreNoBlocks(long start, long end, String bar) {
        assertThat(bar(800, Glyphs.ASCII).of(active(start, end))).isEqualTo(bar);
    }

    @Test
    void showsHowDenselyManyLie() {
        TimeInterval[] halfOfTheTime = IntStream.range(10, 40)
                .mapToObj(i -> new TimeInterval(10 * i, 10 * i + 5))
                .toArray(TimeInterval[]::new);

        assertThat(bar(500, Glyphs.BLOCKS).of(new ActiveIntervals(List.of(halfOfTheTime), 1)))
                .isEqualTo("  ▒▒▒▒▒▒");
        assertThat(bar(500, Glyphs.ASCII).of(new ActiveIntervals(List.of(halfOfTheTime), 1)))
                .isEqualTo("  ------");
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "9223372036854775807"})
    void staysOnItsAxis_whateverTheTimes(long axis) {
        SpanBar bar = bar(axis, Glyphs.BLOCKS);

        assertThat(bar.of(active(-7, Long.MAX_VALUE))).hasSizeBetween(1, 10);
        assertThat(bar.of(
                        new ActiveIntervals(List.of(new TimeInterval(-9, -8), new TimeInterval(5, Long.MAX_VALUE)), 1)))
                .hasSizeBetween(1, 10);
    }

    private static SpanBar bar(long nanos, Glyphs signs) {
        return new SpanBar(0, nanos, 10, signs);
    }

    private static ActiveIntervals active(long start, long end) {
        return new ActiveIntervals(List.of(new TimeInterval(start, end)), 1);
    }
}
