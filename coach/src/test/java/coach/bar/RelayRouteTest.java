package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.UserError;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayRouteTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"9092=database:9092,1; 1000000", "6379=redis:6379,0.5; 500000", "5000=beer-donut-app:5000; 0"})
    void delaysByTheMillisecondsBehindTheComma(String text, long nanos) {
        assertThat(RelayRoute.of(text).roundTrip()).isEqualTo(Duration.ofNanos(nanos));
    }

    @Test
    void looksItsBackendUpLater_byName() {
        RelayRoute line = RelayRoute.of("9092=database:9093,1");

        assertThat(line.port()).isEqualTo(9092);
        assertThat(line.backend().isUnresolved()).isTrue();
        assertThat(line.target()).isEqualTo("database:9093");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9092",
                "9092=database",
                "database:9092",
                "9092=database:9092,",
                "9092=database:9092,-1",
                "70000=a:1",
                "1=a:70000"
            })
    void isRefused_withAnExample(String text) {
        assertThatThrownBy(() -> RelayRoute.of(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("9092=database:9092,1");
    }
}
