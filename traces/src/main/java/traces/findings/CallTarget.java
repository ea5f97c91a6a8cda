package traces.findings;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import traces.model.Span;
import traces.model.SpanNameTemplate;

/** The target of a CLIENT span: a database, which sends no spans of its own, or another program, which may. */
final class CallTarget {

    private static final int LONGEST = 60;

    private CallTarget() {}

    static boolean isCall(Span span) {
        return span.kind() == SpanKind.SPAN_KIND_CLIENT;
    }

    static boolean isDatabase(Span span) {
        return span.database().isPresent() || span.statement().isPresent();
    }

    /** Returns whether the span calls an API of a cloud's provider, which sends no spans. */
    static boolean isCloudApi(Span span) {
        return span.attribute("rpc.system", "rpc.system.name")
                .filter("aws-api"::equals)
                .isPresent();
    }

    /** Returns whether the span calls another program, by HTTP or RPC; a queue is not a program. */
    static boolean isProgram(Span span) {
        return isCall(span)
                && !isDatabase(span)
                && !isCloudApi(span)
                && span.attribute("messaging.system").isEmpty()
                && (of(span).isPresent()
                        || speaksHttp(span)
                        || span.attribute("rpc.system", "rpc.system.name").isPresent());
    }

    private static boolean speaksHttp(Span span) {
        return span.attribute("http.request.method", "http.method").isPresent();
    }

    /** Returns the status of an HTTP answer; none where no answer came. */
    static Optional<String> status(Span span) {
        return span.attribute("http.response.status_code", "http.status_code");
    }

    // score-service at localhost:5001, or one of both
    static Optional<String> of(Span span) {
        Optional<String> address =
                host(span).or(() -> span.attribute("url.full", "http.url").flatMap(CallTarget::authority));
        Optional<String> peer = span.attribute("service.peer.name", "peer.service");
        return Stream.concat(peer.stream(), address.stream())
                .filter(name -> !name.isBlank())
                .map(name -> FindingText.shortened(name, LONGEST))
                .reduce((name, at) -> name + " at " + at);
    }

    static Optional<String> host(Span span) {
        Optional<String> port = span.attribute("server.port", "net.peer.port");
        return span.attribute("server.address", "net.peer.name")
                .map(address -> address + port.map(number -> ":" + number).orElse(""));
    }

    // http://user:secret@localhost:5001/items?id=7 -> localhost:5001
    private static Optional<String> authority(String url) {
        int start = url.indexOf("://") + 3;
        if (start < 3) {
            return Optional.empty();
        }
        int end = start;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String authority = url.substring(start, end);
        return Optional.of(authority.substring(authority.lastIndexOf('@') + 1));
    }

    /** Returns the name of calls with their target: {@code GET /items/… to localhost:5001}. */
    static String label(List<Span> alike) {
        Span first = alike.get(0);
        Optional<String> target = isDatabase(first) ? Optional.empty() : of(first);
        return FindingText.name(alike) + target.map(name -> " to " + name).orElse("");
    }

    /** Returns a text that calls share which are alike but for ids in their names. */
    static String kind(Span span) {
        return SpanNameTemplate.of(span.name()) + " to " + (isDatabase(span) ? "" : of(span).orElse(""));
    }
}
