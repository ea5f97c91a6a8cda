package beerdonut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void listenOnTheLoopbackAddress_unlessToldOtherwise() {
        assertThat(Settings.from(Map.of()).host()).isEqualTo("127.0.0.1");
        assertThat(Settings.from(Map.of("LISTEN_HOST", "0.0.0.0")).host()).isEqualTo("0.0.0.0");
    }

    @Test
    void takeWhatTheEnvironmentSays() {
        Settings settings = Settings.from(Map.of(
                "PORT", "8080",
                "JDBC_URL", "jdbc:h2:tcp://database:9092/bar",
                "DATABASE_USER", "barkeeper",
                "DATABASE_PASSWORD", "secret",
                "WAIT_SECONDS", "5"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        8080,
                        "jdbc:h2:tcp://database:9092/bar",
                        "barkeeper",
                        "secret",
                        Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            -1    | PORT must be 0 to 65535, was -1
            65536 | PORT must be 0 to 65535, was 65536
            http  | PORT must be a whole number, was 'http'
            ""    | PORT must be a whole number, was ''
            """)
    void refuseWhatIsNoPort(String port, String sentence) {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void refuseADatabaseThatIsNone() {
        assertThatThrownBy(() -> Settings.from(Map.of("JDBC_URL", "h2:mem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("JDBC_URL must start with jdbc:, was 'h2:mem'");
    }
}
