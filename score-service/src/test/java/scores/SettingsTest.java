package scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @Test
    void haveDefaults() {
        assertThat(Settings.from(Map.of()))
                .isEqualTo(
                        new Settings("127.0.0.1", 5001, URI.create("redis://localhost:6379"), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rediss://localhost:6379", "localhost", "redis://localhost", "redis:///0"})
    void refuseARedisThatIsNone(String url) {
        assertThatThrownBy(() -> Settings.from(Map.of("REDIS_URL", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REDIS_URL must look like redis://host:port, was '" + url + "'");
    }

    @Test
    void keepAPasswordToThemselves() {
        assertThatThrownBy(() -> Settings.from(Map.of("REDIS_URL", "rediss://:secret@localhost:6379")))
                .hasMessage("REDIS_URL must look like redis://host:port, was 'rediss://:…@localhost:6379'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", ""})
    void refuseWhatIsNoPort(String port) {
        assertThatThrownBy(() -> Settings.from(Map.of("PORT", port)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PORT must be ");
    }
}
