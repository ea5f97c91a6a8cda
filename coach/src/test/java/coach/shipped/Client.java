package coach.shipped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;

/** Asks one service of the bar over HTTP. */
record Client(URI service) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What came back. */
    record Reply(int status, String contentType, String body, HttpResponse<String> whole) {

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + body, e);
            }
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse(null);
        }
    }

    /** @param path as it goes over the wire, so with its percent signs; other letters are sent in UTF-8 */
    Reply get(String path) {
        return send("GET", path);
    }

    /** As part of a trace that begins with this request. */
    Reply getTraced(String path, String traceId) {
        return send(request("GET", path).header("traceparent", "00-" + traceId + "-00000000000000aa-01"));
    }

    /** 32 hex digits that no other trace has. */
    static String newTraceId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    Reply send(String method, String path) {
        return send(request(method, path));
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create(URI.create(service + path).toASCIIString()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(30));
    }

    private static Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response);
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
