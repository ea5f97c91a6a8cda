package traces.zipkin;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import traces.model.AttributeText;
import traces.model.Span;
import zipkin2.Endpoint;

/** Derives the two endpoints of a span: its service, and the service it called, which Zipkin's dependencies need. */
final class ZipkinEndpoints {

    /**
     * The attributes that may name the called service, the best first; OpenTelemetry has renamed them over the years.
     */
    private static final List<String> NAMES = List.of(
            "peer.service",
            "server.address",
            "net.peer.name",
            "network.peer.address",
            "server.socket.domain",
            "server.socket.address",
            "net.sock.peer.name",
            "net.sock.peer.addr",
            "peer.hostname",
            "peer.address",
            "db.name",
            "db.namespace");

    /** The attributes that may hold the address of the called service, the best first. */
    private static final List<String> ADDRESSES =
            List.of("network.peer.address", "server.socket.address", "net.sock.peer.addr");

    private static final List<String> PORTS = List.of("network.peer.port", "server.socket.port", "net.sock.peer.port");

    private static final int LARGEST_PORT = 65_535;

    private ZipkinEndpoints() {}

    static Endpoint local(Span span) {
        return Endpoint.newBuilder().serviceName(span.service()).build();
    }

    /** Returns the called service; null, as Zipkin has it, where a span calls no service or doesn't name it. */
    static Endpoint remote(Span span) {
        if (span.kind() != SpanKind.SPAN_KIND_CLIENT && span.kind() != SpanKind.SPAN_KIND_PRODUCER) {
            return null;
        }
        Map<String, String> attributes = AttributeText.all(span.proto().getAttributesList());
        Optional<String> name = first(NAMES, attributes);
        if (name.isEmpty()) {
            return null;
        }
        Endpoint.Builder endpoint = Endpoint.newBuilder().serviceName(name.get());
        boolean hasAddress = ADDRESSES.stream().anyMatch(key -> endpoint.parseIp(attributes.get(key)));
        first(PORTS, attributes).filter(port -> hasAddress).ifPresent(port -> endpoint.port(port(port)));
        return endpoint.build();
    }

    private static Optional<String> first(List<String> keys, Map<String, String> attributes) {
        return keys.stream()
                .map(key -> attributes.getOrDefault(key, ""))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    // "8081" -> 8081; "x" -> 0, which stands for no port
    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port > LARGEST_PORT ? 0 : port;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
