package beerdonut.pairing;

import static java.net.http.HttpClient.Version.HTTP_1_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the score service which donut goes best with a beer. */
public final class ScoreClient {

    private static final Logger log = LoggerFactory.getLogger(ScoreClient.class);

    private final HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();
    private final ExecutorService courier = Executors.newSingleThreadExecutor();
    private final URI scoreUrl;
    private volatile Context last = Context.root();

    public ScoreClient(URI scoreUrl) {
        this.scoreUrl = scoreUrl;
    }

    public Match bestFor(String beer) {
        try {
            HttpResponse<String> answer = ask(beer);
            if (answer.statusCode() == 404) {
                throw new NotFoundResponse("nobody has tried a donut with '" + beer + "' yet");
            }
            return Match.fromJson(answer.body());
        } catch (CompletionException | IllegalArgumentException e) {
            log.warn("No score for {}: {}", beer, e.toString());
            throw new ServiceUnavailableResponse("the score service does not answer; try again in 2 s");
        }
    }

    private HttpResponse<String> ask(String beer) {
        last = Context.current();
        return CompletableFuture.supplyAsync(() -> inTheLastContext(beer), courier)
                .join();
    }

    @SuppressWarnings("try") // The scope need not be used, only closed.
    private HttpResponse<String> inTheLastContext(String beer) {
        try (Scope scope = last.makeCurrent()) {
            return send(beer);
        }
    }

    private HttpResponse<String> send(String beer) {
        URI match = scoreUrl.resolve("/match?beer=" + URLEncoder.encode(beer, UTF_8));
        // This timeout ends with the headers of the answer; the one below covers its body too.
        HttpRequest.Builder request = HttpRequest.newBuilder(match).timeout(Duration.ofSeconds(1));
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request.build(), BodyHandlers.ofString());
        return answer.orTimeout(1, SECONDS).join();
    }
}
