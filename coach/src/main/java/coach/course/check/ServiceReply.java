package coach.course.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** The answer of a service to one request. */
public record ServiceReply(HttpResponse<String> whole) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public int status() {
        return whole.statusCode();
    }

    public String body() {
        return whole.body();
    }

    public String contentType() {
        return whole.headers().firstValue("Content-Type").orElse("");
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + body(), e);
        }
    }

    /** Gives a header's value, or null if the answer has none of that name. */
    public String header(String name) {
        return whole.headers().firstValue(name).orElse(null);
    }
}
