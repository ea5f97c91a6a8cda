package coach.cli;

import coach.bar.OpenBar;
import coach.bar.environment.UserError;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A GET request that starts a trace: it carries a {@code traceparent} header, and is itself the first span, of kind
 * CLIENT.
 *
 * <p>The header names this span as the parent, so the span has to reach the receiver too: else each trace would hang
 * from a placeholder.
 */
final class TracedRequest {

    private static final String SERVICE = "workshop";
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(60);
    private static final int FIRST_ERROR_STATUS = 400;

    private final HttpClient http = BarClient.open();
    private final URI url;
    private final byte[] traceId = random(16);
    private final byte[] spanId = random(8);

    TracedRequest(URI url) {
        this.url = url;
    }

    /**
     * The answer, and how long it took.
     *
     * @param startNanos since 1970
     * @param nanos from the request's first byte to the answer's last
     */
    record Reply(int status, String body, long startNanos, long nanos) {}

    /** @return 32 hex digits */
    String traceId() {
        return HexFormat.of().formatHex(traceId);
    }

    /**
     * Sends the request and waits for the answer.
     *
     * @param page asked first, for nothing: a JVM's first request takes longer than any later one
     * @throws UserError when no answer comes
     */
    Reply send(URI page) throws InterruptedException {
        answer(HttpRequest.newBuilder(page.resolve("/health")));
        Instant now = Instant.now();
        long start = System.nanoTime();
        HttpResponse<String> response = answer(HttpRequest.newBuilder(url).header("traceparent", traceparent()));
        long nanos = System.nanoTime() - start;
        return new Reply(
                response.statusCode(), response.body(), now.getEpochSecond() * 1_000_000_000 + now.getNano(), nanos);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws InterruptedException {
        HttpRequest complete = request.timeout(TIME_TO_ANSWER).build();
        try {
            return http.send(complete, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UserError("%s gave no answer: %s.".formatted(OpenBar.forPeople(complete.uri()), reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? "the connection was refused" : e.getMessage();
    }

    // 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01: version, trace id, span id, and that it is sampled
    private String traceparent() {
        return "00-" + traceId() + "-" + HexFormat.of().formatHex(spanId) + "-01";
    }

    /** Sends this request's own span. @return what went wrong, a sentence, if anything did */
    Optional<String> report(URI otlp, Reply reply) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(otlp.resolve("/v1/traces"))
                .header("Content-Type", "application/x-protobuf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(export(reply).toByteArray()))
                .timeout(TIME_TO_ANSWER)
                .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status == 200
                    ? Optional.empty()
                    : Optional.of("The receiver at " + OpenBar.forPeople(otlp) + " refused this request's own span: "
                            + status);
        } catch (IOException e) {
            return Optional.of("The receiver at " + OpenBar.forPeople(otlp) + " did not take this request's own span: "
                    + reason(e));
        }
    }

    private ExportTraceServiceRequest export(Reply reply) {
        Span.Builder span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(traceId))
                .setSpanId(ByteString.copyFrom(spanId))
                .setName("curl " + url.getPath())
                .setKind(Span.SpanKind.SPAN_KIND_CLIENT)
                .setStartTimeUnixNano(reply.startNanos())
                .setEndTimeUnixNano(reply.startNanos() + reply.nanos())
                .addAttributes(attribute("http.request.method", "GET"))
                .addAttributes(attribute("url.full", url.toString()))
                .addAttributes(attribute("server.address", url.getHost()))
                .addAttributes(attribute("server.port", url.getPort() < 0 ? 80 : url.getPort()))
                .addAttributes(attribute("http.response.status_code", reply.status()));
        if (reply.status() >= FIRST_ERROR_STATUS) {
            span.setStatus(Status.newBuilder().setCode(StatusCode.STATUS_CODE_ERROR));
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", SERVICE)))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static KeyValue attribute(String key, long value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setIntValue(value))
                .build();
    }

    private static byte[] random(int length) {
        byte[] id = new byte[length];
        new SecureRandom().nextBytes(id);
        return id;
    }
}
