package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartBackoffTest {

    private static final Duration AT_ONCE = Duration.ofMillis(300);

    private final RestartBackoff backoff = new RestartBackoff();

    @Test
    void waitsTwiceAsLongEachTime_andGivesUpAfterFive() {
        assertThat(IntStream.range(0, 5).mapToObj(time -> backoff.after(AT_ONCE)))
                .extracting(wait -> wait.orElseThrow().toSeconds())
                .containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(backoff.after(AT_ONCE)).isEmpty();
    }

    @Test
    void beginsAnew_withAProcessThatHasRunForLong() {
        IntStream.range(0, 5).forEach(time -> backoff.after(AT_ONCE));

        assertThat(backoff.after(Duration.ofMinutes(2))).contains(Duration.ofSeconds(1));
    }
}
