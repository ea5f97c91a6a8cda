package accesslog.otlp;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Receives traces on a free port; can be told to be busy, and to refuse spans. */
final class TraceReceiver implements AutoCloseable {

    final List<Span> spans = new CopyOnWriteArrayList<>();
    final List<Integer> bodies = new CopyOnWriteArrayList<>();
    final AtomicInteger busy = new AtomicInteger();
    volatile int refusing;
    volatile String service = "";
    private final HttpServer server;

    TraceReceiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (busy.getAndUpdate(times -> Math.max(0, times - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                exchange.close();
                return;
            }
            bodies.add(body.length);
            ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(resource -> {
                service = resource.getResource().getAttributes(0).getValue().getStringValue();
                resource.getScopeSpansList().forEach(scope -> spans.addAll(scope.getSpansList()));
            });
            ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
            if (refusing > 0) {
                response.getPartialSuccessBuilder().setRejectedSpans(refusing).setErrorMessage("too old");
            }
            byte[] answer = response.build().toByteArray();
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
