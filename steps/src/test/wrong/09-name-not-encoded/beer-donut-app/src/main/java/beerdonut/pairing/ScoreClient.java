package beerdonut.pairing;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static java.util.concurrent.TimeUnit.SECONDS;

import beerdonut.web.Refusal;
import io.javalin.http.NotFoundResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletionException;

/** Asks the score service which donut goes best with a beer. */
public final class ScoreClient {

    private final HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();
    private final URI scoreUrl;

    public ScoreClient(URI scoreUrl) {
        this.scoreUrl = scoreUrl;
    }

    public Match bestFor(String beer) {
        try {
            HttpResponse<String> answer = ask(beer);
            if (answer.statusCode() == 404) {
                throw new NotFoundResponse("nobody has tried a donut with '" + beer + "' yet");
            }
            // Before its body: an error's has another form.
            if (answer.statusCode() != 200) {
                throw Refusal.by("the score service", answer);
            }
            return Match.fromJson(answer.body());
        } catch (CompletionException | IllegalArgumentException e) {
            throw Refusal.noAnswer("the score service", e);
        }
    }

    private HttpResponse<String> ask(String beer) {
        URI match = scoreUrl.resolve("/match?beer=" + beer);
        // This timeout ends with the headers of the answer; the one below covers its body too.
        HttpRequest.Builder request = HttpRequest.newBuilder(match).timeout(Duration.ofSeconds(1));
        return http.sendAsync(request.build(), ofString()).orTimeout(1, SECONDS).join();
    }
}
