package coach.cli.measure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Guests who come at a steady rate, whether or not those before them have been served: as real ones do.
 *
 * <p>Each asks for what the next one in the list asks for, so that two runs send the same.
 */
final class LoadGenerator {

    static final List<String> PATHS = List.of(
            "/pair/beer?name=ipa",
            "/beer/ipa",
            "/donut/maple-bacon",
            "/pair/beer?name=stout",
            "/beers",
            "/beer/saison",
            "/pair/beer?name=gose",
            "/donuts");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final URI app;
    private final long nanosApart;
    private final LoadTally tally = new LoadTally();

    /** @param rate requests a second */
    LoadGenerator(URI app, double rate) {
        this.app = app;
        this.nanosApart = Math.round(1e9 / rate);
    }

    /** @param say hears how it goes, every ten seconds and at the end. @return whether anything was answered */
    boolean run(Duration time, Consumer<String> say) throws InterruptedException {
        long start = System.nanoTime();
        long nextLine = BETWEEN_LINES.toNanos();
        for (long guest = 0; guest * nanosApart < time.toNanos(); guest++) {
            awaitTurn(start + guest * nanosApart);
            send(PATHS.get((int) (guest % PATHS.size())));
            if (System.nanoTime() - start > nextLine) {
                say.accept(tally.line());
                nextLine += BETWEEN_LINES.toNanos();
            }
        }
        tally.awaitAll(PATIENCE);
        say.accept(tally.line());
        return tally.hasAnswers();
    }

    private static void awaitTurn(long due) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }

    private void send(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(app.resolve(path)).timeout(PATIENCE).build();
        long start = System.nanoTime();
        tally.sent();
        client.sendAsync(request, BodyHandlers.discarding())
                .whenComplete((reply, trouble) ->
                        tally.ended(reply != null && reply.statusCode() < 400, System.nanoTime() - start));
    }
}
