package coach.cli;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import traces.model.DurationText;

/**
 * Sends requests at a steady rate, whether or not the earlier ones have been answered, as real guests do.
 *
 * <p>The paths come in a fixed order, so that two runs send the same.
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

    private final HttpClient client = BarClient.open();
    private final URI app;
    private final long nanosApart;
    private Latencies sinceLastLine = new Latencies("");
    private long sent;
    private long answered;
    private long failed;

    /** @param rate requests a second */
    LoadGenerator(URI app, double rate) {
        this.app = app;
        this.nanosApart = Math.round(1e9 / rate);
    }

    /** @param say takes a line of counts, every ten seconds and at the end. @return whether anything was answered */
    boolean run(Duration time, Consumer<String> say) throws InterruptedException {
        long start = System.nanoTime();
        long nextLine = BETWEEN_LINES.toNanos();
        for (long guest = 0; guest * nanosApart < time.toNanos(); guest++) {
            awaitTurn(start + guest * nanosApart);
            send(PATHS.get((int) (guest % PATHS.size())));
            if (System.nanoTime() - start > nextLine) {
                say.accept(line());
                nextLine += BETWEEN_LINES.toNanos();
            }
        }
        awaitAll(PATIENCE);
        say.accept(line());
        return hasAnswers();
    }

    private static void awaitTurn(long due) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    }

    private void send(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(app.resolve(path)).timeout(PATIENCE).build();
        long start = System.nanoTime();
        sent++;
        client.sendAsync(request, BodyHandlers.discarding())
                .whenComplete(
                        (reply, error) -> ended(reply != null && reply.statusCode() < 400, System.nanoTime() - start));
    }

    private synchronized void ended(boolean well, long tookNanos) {
        if (well) {
            answered++;
            sinceLastLine.answered(tookNanos);
        } else {
            failed++;
        }
        notifyAll();
    }

    private synchronized boolean hasAnswers() {
        return answered > 0;
    }

    /** Waits until each request has ended, at most that long. */
    private synchronized void awaitAll(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); answered + failed < sent && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    // "20 sent, 20 answered, 0 failed; since the last line p50 12 ms, p95 480 ms"
    private synchronized String line() {
        String latency = sinceLastLine.hasAnswers()
                ? "; since the last line p50 %s, p95 %s"
                        .formatted(
                                DurationText.text(sinceLastLine.percentileNanos(50)),
                                DurationText.text(sinceLastLine.percentileNanos(95)))
                : "";
        sinceLastLine = new Latencies("");
        return "%s sent, %s answered, %s failed".formatted(sent, answered, failed) + latency;
    }
}
