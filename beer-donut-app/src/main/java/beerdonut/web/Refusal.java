package beerdonut.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Header;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import java.net.http.HttpResponse;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;

/** Makes the 503 that a guest gets while a part that the app needs is away: it says which part, and when to come back. */
public final class Refusal {

    static final String RETRY_AFTER_SECONDS = "2";

    private static final String TRY_AGAIN = "; try again in " + RETRY_AFTER_SECONDS + " s";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Refusal() {}

    /** Of a part that does not answer, or not in words that the app understands. */
    public static ServiceUnavailableResponse noAnswer(String part, Throwable cause) {
        ServiceUnavailableResponse refusal = new ServiceUnavailableResponse(part + " does not answer" + TRY_AGAIN);
        refusal.initCause(cause);
        return refusal;
    }

    /** Hands on what a service has answered instead of what it was asked for: its reason, and its Retry-After. */
    public static ServiceUnavailableResponse by(String service, HttpResponse<String> answer) {
        String reason = detail(answer.body()).orElse("its status is " + answer.statusCode() + TRY_AGAIN);
        String retryAfter = answer.headers().firstValue(Header.RETRY_AFTER).orElse(RETRY_AFTER_SECONDS);
        return new ServiceUnavailableResponse(
                service + " cannot answer: " + reason, Map.of(Header.RETRY_AFTER, retryAfter));
    }

    /** The same, with what it leads to before it. */
    static HttpResponseException because(String effect, HttpResponseException refusal) {
        HttpResponseException whole =
                new ServiceUnavailableResponse(effect + ": " + refusal.getMessage(), refusal.getDetails());
        whole.initCause(refusal.getCause());
        return whole;
    }

    // {"title":"Service Unavailable","status":503,"detail":"Redis does not answer"} -> Redis does not answer
    private static Optional<String> detail(String body) {
        try {
            return Optional.ofNullable(JSON.readTree(body).path("detail").textValue());
        } catch (JsonProcessingException e) {
            // Not problem details: a proxy's page, perhaps.
            return Optional.empty();
        }
    }

    /** What an exception means for the guest, if that is a 503. */
    static Optional<HttpResponseException> of(Throwable e) {
        if (e instanceof HttpResponseException response) {
            return Optional.of(response).filter(it -> it.getStatus() == 503);
        }
        return databaseIsAway(e) ? Optional.of(noAnswer("the database", e)) : Optional.empty();
    }

    private static boolean databaseIsAway(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLNonTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
