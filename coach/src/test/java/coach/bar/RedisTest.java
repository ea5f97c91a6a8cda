package coach.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coach.bar.environment.Ports;
import coach.bar.environment.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedisTest {

    @ParameterizedTest
    @CsvSource({
        "redis://localhost:6379, redis://localhost:7000",
        "redis://cache.example, redis://localhost:7000",
        "redis://me:secret@cache.example:6380/3, redis://me:secret@localhost:7000/3",
    })
    void isReachedThroughAWire_withTheSameUserAndDatabase(String url, String throughWire) {
        assertThat(Redis.at(url).through("localhost", 7000)).hasToString(throughWire);
    }

    @Test
    void hasAnError_whenNoServerListens() {
        assertThat(Redis.at("redis://localhost:" + Ports.free()).error()).isPresent();
    }

    @Test
    void listensWhereRedisDoes_whenTheUrlNamesNoPort() {
        assertThat(Redis.at("redis://cache.example").address().getPort()).isEqualTo(6379);
    }

    @Test
    void keepsAPasswordToItself_whenItsUrlIsRefused() {
        assertThatThrownBy(() -> Redis.at("rediss://me:secret@cache.example"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("REDIS_URL is 'rediss://me:…@cache.example'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rediss://localhost:6379",
                "localhost:6379",
                "http://localhost",
                "redis:///0",
                "redis://localhost:99999",
                "redis://localhost/abc",
                "redis://localhost/99999999999",
                "redis://user@localhost:6379",
                "not a url"
            })
    void isRefused_whenItsUrlIsOfAnotherKind(String url) {
        assertThatThrownBy(() -> Redis.at(url))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("REDIS_URL is '" + url + "'")
                .hasMessageContaining("redis://localhost:6379");
    }
}
