package coach.bar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Sends a GET request to a bar, and does not wait for long. */
final class HttpGet {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private HttpGet() {}

    /** @return the body of an answer with status 200; none when there is no answer in time, or another one */
    static Optional<String> body(URI url, Duration timeout) {
        return answer(url, timeout).filter(answer -> answer.statusCode() == 200).map(HttpResponse::body);
    }

    /** @return the answer, whatever its status; none when there is none in time */
    static Optional<HttpResponse<String>> answer(URI url, Duration timeout) {
        HttpRequest request = HttpRequest.newBuilder(url).timeout(timeout).build();
        try {
            return Optional.of(CLIENT.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
