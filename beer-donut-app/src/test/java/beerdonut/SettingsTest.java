package beerdonut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void listenOnTheLoopbackAddress_unlessToldOtherwise() {
        assertThat(Settings.from(Map.of()).host()).isEqualTo("127.0.0.1");
        assertThat(Settings.from(Map.of("HOST", "0.0.0.0")).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void takeWhatTheEnvironmentSays() {
        Settings settings = Settings.from(Map.of(
                "PORT", "8080",
                "JDBC_URL", "jdbc:h2:tcp://database:9092/bar",
                "DATABASE_USER", "barkeeper",
                "DATABASE_PASSWORD", "secret"));

        assertThat(settings)
                .isEqualTo(new Settings("127.0.0.1", 8080, "jdbc:h2:tcp://database:9092/bar", "barkeeper", "secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void refuseWhatIsNoPort(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PORT must be 0 to 65535, was ")
                .hasMessageContaining(port);
    }

    @Test
    void refuseADatabaseThatIsNone() {
        assertThatThrownBy(() -> Settings.from(Map.of("JDBC_URL", "h2:mem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JDBC_URL must start with jdbc:, was 'h2:mem'");
    }
}
