package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.environment.Ports;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import traces.model.Span;
import traces.model.Trace;
import traces.otlp.ReceivedTraces;

class TracedRequestTest {

    @RegisterExtension
    static final ReceivedTraces received = new ReceivedTraces();

    private final CompletableFuture<String> traceparent = new CompletableFuture<>();
    private HttpServer service;

    @BeforeEach
    void open() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        service.createContext("/beer/nope", exchange -> {
            traceparent.complete(exchange.getRequestHeaders().getFirst("traceparent"));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void close() {
        service.stop(0);
    }

    @Test
    void isTheParentThatItsHeaderNames() throws Exception {
        URI url = URI.create("http://localhost:" + service.getAddress().getPort() + "/beer/nope");
        TracedRequest request = new TracedRequest(url);

        TracedRequest.Reply reply = request.send(url.resolve("/health"));
        assertThat(request.report(URI.create(received.endpoint()), reply)).isEmpty();

        Trace trace = received.await(arrived -> arrived.id().equals(request.traceId()));
        Span span = trace.spans().get(0);
        assertThat(traceparent.join()).isEqualTo("00-" + span.traceId() + "-" + span.id() + "-01");
        assertThat(span.kind()).isEqualTo(SpanKind.SPAN_KIND_CLIENT);
        assertThat(span.isError()).isTrue();
        assertThat(span.attribute("http.response.status_code")).contains("404");
        assertThat(span.duration()).isEqualTo(reply.nanos());
    }

    @Test
    void saysSo_whenTheReceiverIsAway() throws Exception {
        URI url = URI.create("http://localhost:" + service.getAddress().getPort() + "/beer/nope");
        TracedRequest request = new TracedRequest(url);
        TracedRequest.Reply reply = request.send(url.resolve("/health"));
        URI nobody = URI.create("http://localhost:" + Ports.free());

        assertThat(request.report(nobody, reply))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("did not take this request's own span"));
    }
}
