package scores;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class ScoreServiceTest {

    @ParameterizedTest
    @EnumSource
    void opensAllTheSame_whenRedisGoesAwayBetweenItsPingAndTheFill(FailingRedis.Failure failure) throws Exception {
        try (FailingRedis redis = new FailingRedis(failure)) {
            Javalin service = ScoreService.open(new Settings("127.0.0.1", 0, redis.url(), Duration.ofSeconds(3)));
            try {
                HttpResponse<String> match = get(service, "/match?beer=ipa");

                assertThat(match.statusCode()).isEqualTo(503);
                assertThat(match.headers().firstValue("Retry-After")).contains("2");
                assertThat(match.body()).contains("Redis does not answer; try again in 2 s");
            } finally {
                service.stop();
            }
        }
    }

    @Test
    void answersABrowsersRequestForAnIcon() throws Exception {
        try (FailingRedis redis = new FailingRedis(FailingRedis.Failure.HANGS_UP)) {
            Javalin service = ScoreService.open(new Settings("127.0.0.1", 0, redis.url(), Duration.ofSeconds(3)));
            try {
                HttpResponse<String> icon = get(service, "/favicon.ico");

                assertThat(icon.statusCode()).isEqualTo(204);
                assertThat(icon.headers().firstValue("Cache-Control")).hasValue("public, max-age=86400");
                assertThat(get(service, "/favicon.ico/more").statusCode()).isEqualTo(404);
            } finally {
                service.stop();
            }
        }
    }

    private static HttpResponse<String> get(Javalin service, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + service.port() + path);
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
