package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DistanceTest {

    @Test
    void isOneMillisecondToTheDatabaseAndHalfOfThatToRedis() {
        assertThat(Distance.DEFAULT).isEqualTo(Distance.ofMillis(1, 0.5));
    }

    @Test
    void mayBeNone() {
        assertThat(Distance.ofMillis(0, 0)).isEqualTo(new Distance(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> Distance.ofMillis(1, -2))
                .isInstanceOf(CannotOpen.class)
                .hasMessage("the round trip to the redis must not be negative, was PT-0.002S");
    }
}
