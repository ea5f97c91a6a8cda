package traces.model;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.NOON;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConcurrencyTest {

    /** Starts and ends in microseconds after noon. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0-3700 3000-6700 7000-10700                     | 1
            0-3700 2000-6700                                | 2
            0-4000 3000-7000                                | 2
            0-300 0-300 0-300                               | 1
            0-400 0-400 0-400 0-400 0-400 0-400             | 2
            0-5000 0-5000 0-5000                            | 3
            1-3700 3001-6700                                | 2
            """)
    void takesAWholeMillisecondForAStartThatWasCut(String times, int atOnce) {
        SampleSpan[] spans = IntStream.range(0, times.split(" ").length)
                .mapToObj(i -> span(i, times.split(" ")[i]))
                .toArray(SampleSpan[]::new);

        assertThat(Concurrency.of(SampleSpan.tree(spans).nodes())).isEqualTo(atOnce);
    }

    private static SampleSpan span(int id, String times) {
        String[] fromTo = times.split("-");
        return SampleSpan.named("SELECT")
                .id(id + 1)
                .atNanos(NOON + Long.parseLong(fromTo[0]) * 1_000, NOON + Long.parseLong(fromTo[1]) * 1_000);
    }

    /** As OpenTelemetry's SDK for JavaScript does: a start in whole milliseconds, a duration in nanoseconds. */
    @ParameterizedTest
    @CsvSource({"1000000", "1000"})
    void findsAwaitedCallsOneAfterAnother_howeverTheirStartsAreCut(long unit) {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            long now = NOON + random.nextInt(1_000_000);
            SampleSpan[] calls = new SampleSpan[20];
            for (int i = 0; i < calls.length; i++) {
                long start = now / unit * unit;
                long duration = 1 + random.nextInt(5_000_000);
                calls[i] = SampleSpan.named("SELECT").id(i + 1).atNanos(start, start + duration);
                now += duration + random.nextInt(3) * 100_000L;
            }

            assertThat(Concurrency.of(SampleSpan.tree(calls).nodes())).isEqualTo(1);
        }
    }

    /** A server's clock that cuts its starts is no clock that is wrong. */
    @Test
    void movesNoServer_whoseStartWasCut() {
        TraceTree tree = SampleSpan.tree(
                SampleSpan.named("GET").id(1).client().atNanos(NOON + 10_400_000, NOON + 15_000_000),
                SampleSpan.named("GET /b")
                        .id(2)
                        .under(1)
                        .of("b")
                        .server()
                        .atNanos(NOON + 10_000_000, NOON + 13_700_000));

        assertThat(tree.nodes()).allMatch(node -> node.shift() == 0);
    }
}
