package test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.course.check.BackendCounts;
import coach.course.check.InconclusiveMeasurement;
import coach.course.check.ServiceReply;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Code that is wrong is told from a machine that is too busy for the app's limit of 100 ms. */
class CountedRequestTest {

    private static final BackendCounts KEPT = counts(0, Map.of("get", 1));
    private static final BackendCounts WORKED_OUT = counts(2, Map.of("get", 1));
    private static final BackendCounts WITHOUT_CACHE = counts(2, Map.of());

    @Test
    void passes_whenTheFirstCountsAreRight() {
        CountedBar bar = new CountedBar(5, KEPT);

        judge(bar);

        assertThat(bar.requests()).isEqualTo(1);
    }

    @Test
    void refuses_whenRedisCannotHaveBeenTooLate() {
        CountedBar bar = new CountedBar(99, WORKED_OUT);

        assertThatThrownBy(() -> judge(bar))
                .isInstanceOf(AssertionError.class)
                .isNotInstanceOf(InconclusiveMeasurement.class)
                .hasMessage("2 statements");
        assertThat(bar.requests()).isEqualTo(1);
    }

    @Test
    void countsAgain_whenRedisMayHaveBeenTooLate() {
        CountedBar bar = new CountedBar(150, WORKED_OUT, WORKED_OUT, KEPT);

        judge(bar);

        assertThat(bar.requests()).isEqualTo(3);
    }

    @Test
    void isInconclusive_whenRedisMayAlwaysHaveBeenTooLate() {
        assertThatThrownBy(() -> judge(new CountedBar(150, WORKED_OUT)))
                .isInstanceOf(InconclusiveMeasurement.class)
                .hasMessageContainingAll("too busy", "2 statements");
    }

    @Test
    void refuses_whenRedisWasNeverAsked() {
        assertThatThrownBy(() -> judge(new CountedBar(150, WITHOUT_CACHE)))
                .isInstanceOf(AssertionError.class)
                .isNotInstanceOf(InconclusiveMeasurement.class);
    }

    private static void judge(CountedBar bar) {
        new CountedRequest(bar, "/pair/beer?name=saison", bar::nanoTime)
                .judge(
                        () -> {},
                        counts -> counts.statementCount() > 0,
                        counts -> assertThat(counts.statementCount())
                                .withFailMessage(counts.statementCount() + " statements")
                                .isZero());
    }

    private static BackendCounts counts(int statements, Map<String, Integer> redis) {
        return new BackendCounts(statements == 0 ? Map.of() : Map.of("select", statements), redis, 0, 0, 0);
    }

    /** A bar in name alone: each request takes the same time, by its own clock, and the counts are given. */
    private static final class CountedBar extends UnopenedBar {

        private final long millis;
        private final List<BackendCounts> counts;
        private int requests;
        private long nanos;

        /** @param counts of one request after another; the last stays */
        CountedBar(long millis, BackendCounts... counts) {
            this.millis = millis;
            this.counts = List.of(counts);
        }

        int requests() {
            return requests;
        }

        long nanoTime() {
            return nanos;
        }

        @Override
        public ServiceReply get(String path, String... headers) {
            requests++;
            nanos += millis * 1_000_000;
            return null;
        }

        @Override
        public BackendCounts count(Runnable work) {
            work.run();
            return counts.get(Math.min(requests, counts.size()) - 1);
        }
    }
}
