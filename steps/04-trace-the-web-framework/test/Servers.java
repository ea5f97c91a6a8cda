package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.compiler.CompiledServices;
import coach.course.check.TracedReply;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import traces.model.Span;

/** The spans with which the app says that it has answered a request. */
final class Servers {

    private Servers() {}

    static boolean isServer(Span span) {
        return span.kind() == SpanKind.SPAN_KIND_SERVER && span.service().equals(CompiledServices.APP);
    }

    /** The app's own, of the request that was traced. */
    static Span only(TracedReply traced) {
        List<Span> servers = traced.spans().stream().filter(Servers::isServer).toList();
        assertThat(servers)
                .withFailMessage(() -> """
                        A request should be one SERVER span of %s, in the trace that its traceparent header names. There are %d;
                        all spans of this trace: %s
                        Look at otel.service.name and at the instrumentation of jetty in beer-donut-app/otel.properties.""".formatted(CompiledServices.APP, servers.size(), names(traced.spans())))
                .hasSize(1);
        return servers.get(0);
    }

    static void hasStatus(Span server, int status) {
        assertThat(server.attribute("http.response.status_code", "http.status_code"))
                .withFailMessage(() -> "The app answered with %d; its span «%s» says %s."
                        .formatted(
                                status,
                                server.name(),
                                server.attribute("http.response.status_code", "http.status_code")
                                        .orElse("nothing of that")))
                .contains(Integer.toString(status));
    }

    // SERVER GET /beer/{name} (beer-donut-app), CLIENT SELECT Beer (beer-donut-app)
    static String names(Collection<Span> spans) {
        return spans.isEmpty()
                ? "none"
                : spans.stream()
                        .limit(8)
                        .map(span -> span.kind().name().replace("SPAN_KIND_", "") + " " + span.name() + " ("
                                + span.service() + ")")
                        .collect(Collectors.joining(", "));
    }
}
