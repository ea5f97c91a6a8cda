package accesslog.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends spans to an OTLP receiver over HTTP, in requests that any receiver takes, and counts what it refuses. */
final class SpanSender {

    /** Receivers commonly refuse more than 4 MB. */
    static final int LARGEST_BODY = 3_500_000;

    /** A receiver that is busy is asked again, twice as long later each time. */
    private static final int TRIES = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI uri;
    private final Resource resource;
    private ScopeSpans.Builder batch = scope();
    private long batchBytes;
    private long accepted;
    private long refused;
    private String why = "";

    SpanSender(URI uri, String service) {
        this.uri = uri;
        resource = Resource.newBuilder()
                .addAttributes(KeyValue.newBuilder()
                        .setKey("service.name")
                        .setValue(AnyValue.newBuilder().setStringValue(service)))
                .build();
    }

    private static ScopeSpans.Builder scope() {
        return ScopeSpans.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("access-log"));
    }

    synchronized void send(Span span) {
        // A tag and a length stand before each.
        int size = span.getSerializedSize() + 8;
        if (batchBytes + size > LARGEST_BODY) {
            flush();
        }
        batch.addSpans(span);
        batchBytes += size;
    }

    synchronized void flush() {
        int count = batch.getSpansCount();
        if (count == 0) {
            return;
        }
        byte[] body = ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(resource).addScopeSpans(batch))
                .build()
                .toByteArray();
        batch = scope();
        batchBytes = 0;
        try {
            post(body, count);
        } catch (IOException e) {
            refuse(count, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            refuse(count, "interrupted");
        }
    }

    private void post(byte[] body, int count) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-protobuf")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < TRIES && isBusy(response.statusCode()); i++, pause = pause.multipliedBy(2)) {
            Thread.sleep(pause.toMillis());
            response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        }
        if (response.statusCode() != 200) {
            refuse(count, "HTTP " + response.statusCode());
            return;
        }
        ExportTracePartialSuccess partial = partial(response.body());
        accepted += count - partial.getRejectedSpans();
        if (partial.getRejectedSpans() > 0) {
            refuse(partial.getRejectedSpans(), partial.getErrorMessage());
        }
    }

    private static boolean isBusy(int status) {
        return status == 429 || status == 502 || status == 503 || status == 504;
    }

    private static ExportTracePartialSuccess partial(byte[] body) {
        try {
            return ExportTraceServiceResponse.parseFrom(body).getPartialSuccess();
        } catch (InvalidProtocolBufferException e) {
            return ExportTracePartialSuccess.getDefaultInstance();
        }
    }

    private void refuse(long count, String reason) {
        refused += count;
        why = why.isEmpty() ? reason : why;
    }

    synchronized long accepted() {
        return accepted;
    }

    synchronized long refused() {
        return refused;
    }

    /** The first reason for which spans were refused. */
    synchronized String why() {
        return why;
    }
}
