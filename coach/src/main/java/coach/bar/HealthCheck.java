package coach.bar;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a service whether it can do its work. */
final class HealthCheck {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private static final int NONE = 0;

    private HealthCheck() {}

    static boolean of(URI service) {
        return status(service) == 200;
    }

    /** Whether it answers at all, be it with what it cannot do just now. */
    static boolean answers(URI service) {
        return status(service) != NONE;
    }

    private static int status(URI service) {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return NONE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NONE;
        }
    }
}
