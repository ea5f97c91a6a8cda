package coach.cli;

import coach.bar.environment.UserError;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Requests several paths in turn, one request at a time, and records how long each answer took.
 *
 * <p>In turn, because a machine's speed drifts: whatever slows it down then slows all of the paths alike.
 */
final class PathMeasurement {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = BarClient.open();
    private final URI app;
    private final List<String> paths;
    private final int requests;

    /** @param requests how many of each path are counted */
    PathMeasurement(URI app, List<String> paths, int requests) {
        this.app = app;
        this.paths = paths;
        this.requests = requests;
    }

    /** The number of first requests of each path that are not counted: a JVM is slow until its code is compiled. */
    int warmUp() {
        return Math.min(20, Math.max(2, requests / 5));
    }

    /** The number of rounds, those that are not counted included; in each, every path is asked for once. */
    int rounds() {
        return warmUp() + requests;
    }

    /**
     * @param roundsDone hears how many rounds are over, after each
     * @return one for each path, in the order given
     */
    List<Latencies> run(IntConsumer roundsDone) throws InterruptedException {
        List<HttpRequest> all = paths.stream().map(this::request).toList();
        List<Latencies> latencies = paths.stream().map(Latencies::new).toList();
        for (int i = -warmUp(); i < requests; i++) {
            for (int path = 0; path < all.size(); path++) {
                ask(all.get(path), i < 0 ? new Latencies("warm-up") : latencies.get(path));
            }
            roundsDone.accept(i + warmUp() + 1);
        }
        return latencies;
    }

    private void ask(HttpRequest request, Latencies latencies) throws InterruptedException {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            long took = System.nanoTime() - start;
            if (response.statusCode() < 300) {
                latencies.answered(took);
            } else {
                latencies.failed("status " + response.statusCode());
            }
        } catch (IOException e) {
            latencies.failed(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
        }
    }

    // "beer/kölsch" -> http://localhost:5000/beer/k%C3%B6lsch
    private HttpRequest request(String path) {
        String absolute = app + (path.startsWith("/") ? "" : "/") + path.replace(" ", "%20");
        try {
            URI uri = URI.create(new URI(absolute).toASCIIString());
            return HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
        } catch (URISyntaxException e) {
            throw new UserError("'" + path + "' is no path that can be asked for: " + e.getReason());
        }
    }
}
