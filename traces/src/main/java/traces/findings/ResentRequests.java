package traces.findings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import traces.model.Span;

/**
 * Recognises calls that repeat or follow an earlier one: a retry, or the request that a redirect leads to, waits for
 * the earlier answer.
 */
final class ResentRequests {

    /** The names of one count, over the years; a client's first try has none, or 0. */
    private static final List<String> COUNTS =
            List.of("http.request.resend_count", "http.resend_count", "http.retry_count");

    private static final Set<String> REDIRECTS = Set.of("301", "302", "303", "307", "308");

    /** A loop over ids asks another URL each time, and makes no retry of it. */
    private record Request(String name, Optional<String> target, Optional<String> url) {

        static Request of(Span call) {
            Optional<String> url =
                    call.attribute("url.full", "http.url").or(() -> call.attribute("http.target", "url.path"));
            return new Request(call.name(), CallTarget.of(call), url);
        }
    }

    private final Map<Request, Span> latest = new HashMap<>();
    private Optional<Span> previous = Optional.empty();

    /** Adds a call, in their order; returns the earlier call that it had to wait for, if it repeats or follows one. */
    Optional<Span> add(Span call) {
        Optional<Span> before = previous;
        Optional<Span> same = Optional.ofNullable(latest.put(Request.of(call), call));
        previous = Optional.of(call);
        return before.filter(ResentRequests::isRedirect)
                .or(() -> same.filter(first -> hasFailed(first) || isCounted(call)))
                .or(() -> before.filter(first -> isCounted(call)));
    }

    private static boolean isCounted(Span call) {
        return COUNTS.stream().flatMap(key -> call.attribute(key).stream()).anyMatch(count -> !count.equals("0"));
    }

    private static boolean isRedirect(Span call) {
        return CallTarget.status(call).filter(REDIRECTS::contains).isPresent();
    }

    private static boolean hasFailed(Span call) {
        return call.isError()
                || CallTarget.status(call)
                        .filter(status -> status.startsWith("5") || status.equals("429") || status.equals("408"))
                        .isPresent();
    }
}
