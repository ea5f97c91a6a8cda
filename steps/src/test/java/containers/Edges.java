package containers;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import traces.model.Span;
import traces.model.Trace;

/** The calls between the services of a trace. */
final class Edges {

    private Edges() {}

    /** Such as {@code CLIENT beer-donut-app > SERVER score-service}. */
    static Set<String> of(Trace trace) {
        Map<String, Span> spans = trace.spans().stream().collect(Collectors.toMap(Span::id, Function.identity()));
        return trace.spans().stream()
                .filter(span -> span.parentId().filter(spans::containsKey).isPresent())
                .map(span -> end(spans.get(span.parentId().orElseThrow())) + " > " + end(span))
                .collect(Collectors.toSet());
    }

    private static String end(Span span) {
        return span.kind().name().replace("SPAN_KIND_", "") + " " + span.service();
    }
}
