package beerdonut.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusalTest {

    private HttpServer other;

    @BeforeEach
    void open() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.start();
    }

    @AfterEach
    void close() {
        other.stop(0);
    }

    @Test
    void handsOnTheReasonAndTheTimeToComeBack() throws Exception {
        HttpResponse<String> answer =
                answer(503, "{\"detail\": \"Redis does not answer\"}", Map.of("Retry-After", "7"));

        ServiceUnavailableResponse refusal = Refusal.by("the score service", answer);

        assertThat(refusal).hasMessage("the score service cannot answer: Redis does not answer");
        assertThat(refusal.getDetails()).isEqualTo(Map.of("Retry-After", "7"));
    }

    @Test
    void saysTheStatus_whenThereIsNoReason() throws Exception {
        ServiceUnavailableResponse refusal =
                Refusal.by("the score service", answer(502, "<h1>Bad gateway</h1>", Map.of()));

        assertThat(refusal).hasMessage("the score service cannot answer: its status is 502; try again in 2 s");
        assertThat(refusal.getDetails()).isEqualTo(Map.of("Retry-After", "2"));
    }

    private HttpResponse<String> answer(int status, String body, Map<String, String> headers) throws Exception {
        other.createContext("/", exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        URI uri = URI.create("http://127.0.0.1:" + other.getAddress().getPort() + "/match");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
}
