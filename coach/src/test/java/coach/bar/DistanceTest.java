package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceTest {

    @Test
    void isOneMillisecondToTheDatabaseAndHalfOfThatToRedis() {
        assertThat(Distance.DEFAULT).isEqualTo(Distance.ofMillis(1, 0.5));
    }

    @Test
    void mayBeZero() {
        assertThat(Distance.ofMillis(0, 0)).isEqualTo(new Distance(Duration.ZERO, Duration.ZERO));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-2, 10_001, Double.NaN, Double.POSITIVE_INFINITY})
    void isRefused_whenItIsNegativeOrTooLong(double millis) {
        assertThatThrownBy(() -> Distance.ofMillis(1, millis))
                .isInstanceOf(UserError.class)
                .hasMessage("--redis-ms is " + millis + "; it should be a number from 0 to 10000.");
    }
}
