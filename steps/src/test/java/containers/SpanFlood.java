package containers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;

/** Exports of failed spans, each with a stack trace, in traces of their own. */
record SpanFlood(URI receiver) {

    private static final int SPANS_AN_EXPORT = 500;
    private static final String STACK_TRACE = "at beerdonut.web.Timer.handle(Timer.java:30)\n".repeat(60);

    /** Sends that many exports, of more than a megabyte each, one after another; each is taken. */
    void send(int exports) throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int export = 1; export <= exports; export++) {
            HttpRequest request = HttpRequest.newBuilder(receiver.resolve("/v1/traces"))
                    .header("Content-Type", "application/x-protobuf")
                    .POST(BodyPublishers.ofByteArray(export(export).toByteArray()))
                    .build();
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    private static ExportTraceServiceRequest export(int number) {
        ScopeSpans.Builder spans = ScopeSpans.newBuilder();
        for (int span = 1; span <= SPANS_AN_EXPORT; span++) {
            spans.addSpans(Span.newBuilder()
                    .setTraceId(bytes(16, number))
                    .setSpanId(bytes(8, span))
                    .setName("GET /pair/beer")
                    .setStartTimeUnixNano(number * 1_000_000L)
                    .setEndTimeUnixNano(number * 1_000_000L + span)
                    .addAttributes(KeyValue.newBuilder()
                            .setKey("exception.stacktrace")
                            .setValue(AnyValue.newBuilder().setStringValue(STACK_TRACE))));
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(spans))
                .build();
    }

    private static ByteString bytes(int length, long number) {
        return ByteString.copyFrom(
                ByteBuffer.allocate(length).putLong(length - Long.BYTES, number).array());
    }
}
