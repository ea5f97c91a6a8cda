package coach.course.check;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/**
 * Sends HTTP requests to one service of the bar.
 *
 * <p>A path is given as it goes over the wire, so with its percent signs; other letters are sent in UTF-8.
 */
public record ServiceClient(URI service) {

    /** The id that a traced request names as its parent; no such span exists. */
    static final String SPAN_ID = "00000000000000aa";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param headers names and values in turn */
    public ServiceReply get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** Sends a request that belongs to a new trace. */
    public ServiceReply getTraced(String path, String traceId) {
        return get(path, "traceparent", "00-" + traceId + "-" + SPAN_ID + "-01");
    }

    /** Makes a trace id: 32 hex digits. */
    public static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    public ServiceReply send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(URI.create(service + path).toASCIIString()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    private static ServiceReply send(HttpRequest request) {
        try {
            return new ServiceReply(HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
