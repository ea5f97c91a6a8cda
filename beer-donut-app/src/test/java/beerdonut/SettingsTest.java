package beerdonut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
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
                "WAIT_SECONDS", "5",
                "REDIS_URL", "redis://cache:6379",
                "PAIRING_TTL", "7",
                "SCORE_URL", "http://lab:5001"));

        assertThat(settings)
                .isEqualTo(new Settings(
                        "127.0.0.1",
                        8080,
                        "jdbc:h2:tcp://database:9092/bar",
                        "barkeeper",
                        "secret",
                        Duration.ofSeconds(5),
                        URI.create("redis://cache:6379"),
                        Duration.ofSeconds(7),
                        URI.create("http://lab:5001")));
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JDBC_URL    | h2:mem                  | JDBC_URL must start with jdbc:, was 'h2:mem'
            REDIS_URL   | rediss://localhost:6379 | REDIS_URL must look like redis://host:port, was 'rediss://localhost:6379'
            REDIS_URL   | redis://:secret@localhost | REDIS_URL must look like redis://host:port, was 'redis://:…@localhost'
            REDIS_URL   | redis://localhost       | REDIS_URL must look like redis://host:port, was 'redis://localhost'
            PAIRING_TTL | 0                       | PAIRING_TTL must be 1 or more seconds, was 0
            PAIRING_TTL | soon                    | PAIRING_TTL must be a whole number, was 'soon'
            SCORE_URL   | localhost:5001          | SCORE_URL must look like http://host:port, was 'localhost:5001'
            """)
    void refuseABackendThatIsNone(String name, String value, String sentence) {
        assertThatThrownBy(() -> Settings.from(Map.of(name, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }
}
