package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.course.check.LeakedScope;
import coach.course.check.TracedReply;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import traces.model.Span;
import traces.model.TraceNode;

/** A span that the app makes itself around one of its queries, at its place in the trace. */
record HandMade(TracedReply traced, TraceNode node) {

    /** There has to be one of that name in the trace, no less and no more, right below the request's span. */
    static HandMade only(TracedReply traced, String name) {
        List<TraceNode> named = traced.nodes().stream()
                .filter(node -> span(node).name().equals(name))
                .toList();
        assertThat(named)
                .withFailMessage(() -> """
                        The request's trace should have one span «%s»; it has %d. All its spans: %s
                        A span that is never ended is never sent; and none is made unless opentelemetry-api is on in otel.properties.""".formatted(name, named.size(), Servers.names(traced.spans())))
                .hasSize(1);
        HandMade made = new HandMade(traced, named.get(0));
        made.hangsUnderTheRequest();
        return made;
    }

    private void hangsUnderTheRequest() {
        Span server = Servers.only(traced);
        Span parent = node.parent().flatMap(TraceNode::span).orElse(null);
        assertThat(span(node).kind())
                .withFailMessage(() -> "«%s» happens inside the app: its kind should be INTERNAL, and is %s."
                        .formatted(name(), span(node).kind().name().replace("SPAN_KIND_", "")))
                .isEqualTo(SpanKind.SPAN_KIND_INTERNAL);
        assertThat(parent)
                .withFailMessage(() -> "«%s» should hang under «%s», and hangs under %s.%s"
                        .formatted(
                                name(),
                                server.name(),
                                parent == null ? "nothing" : "«" + parent.name() + "»",
                                parent != null && hasEndedBefore(parent)
                                        ? " That had ended by then.%n%s".formatted(LeakedScope.REPAIR)
                                        : ""))
                .isEqualTo(server);
    }

    private boolean hasEndedBefore(Span other) {
        return other.start() + other.duration() <= span().start();
    }

    private String name() {
        return span(node).name();
    }

    Span span() {
        return span(node);
    }

    static Span span(TraceNode node) {
        return node.span().orElseThrow();
    }

    /** What Hibernate says it did for this query: one thing, below this span and while it lasted. */
    void holdsOneSpanOfHibernate() {
        List<TraceNode> inside = below(node).filter(HandMade::isHibernates).toList();
        assertThat(inside)
                .withFailMessage(() -> """
                        Under «%s» there should be one span of Hibernate, that of its query; there are %d. All of Hibernate's: %s
                        They become children of the span that is current while they start, on the same thread.""".formatted(name(), inside.size(), ofHibernate()))
                .hasSize(1);
        TraceNode query = inside.get(0);
        assertThat(node.start() <= query.start() && query.end() <= node.end())
                .withFailMessage(
                        () -> "«%s» should begin before its query and end after it, but «%s» is not inside its time."
                                .formatted(name(), span(query).name()))
                .isTrue();
    }

    private String ofHibernate() {
        List<String> all = traced.nodes().stream()
                .filter(HandMade::isHibernates)
                .map(each -> "«%s» under «%s»"
                        .formatted(
                                span(each).name(),
                                each.parent()
                                        .flatMap(TraceNode::span)
                                        .map(Span::name)
                                        .orElse("nothing")))
                .toList();
        return all.isEmpty() ? "none" : String.join(", ", all);
    }

    private static Stream<TraceNode> below(TraceNode node) {
        return node.children().stream().flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    static boolean isHibernates(TraceNode node) {
        return span(node).origin().scope().getName().contains("hibernate");
    }

    /** A query runs while its span lasts, and nothing else does: a pair with three donuts takes eight statements. */
    void lastsAsLongAsOneOfEightStatements(Duration roundTrip) {
        double whole = Servers.only(traced).duration() / 1e6;
        double part = span().duration() / 1e6;
        assertThat(part)
                .withFailMessage(() -> """
                        «%s» lasts %.1f ms of the %.1f that its request does, and the database was made %d ms away:
                        one of the eight statements takes longer than that, and less than half of them all.
                        The span should begin just before its query, and end as soon as the result is there.""".formatted(name(), part, whole, roundTrip.toMillis()))
                .isBetween((double) roundTrip.toMillis(), whole / 2);
    }

    void hasFailed() {
        assertThat(span().isError())
                .withFailMessage(
                        () -> "«%s» threw an exception, but its span does not have the status ERROR.".formatted(name()))
                .isTrue();
        assertThat(span().proto().getEventsList())
                .withFailMessage(() ->
                        "«%s» threw an exception, but its span does not have it as an event: recordException keeps it there."
                                .formatted(name()))
                .anyMatch(event -> event.getName().equals("exception"));
    }

    void hasNotFailed() {
        assertThat(span().isError())
                .withFailMessage(
                        () -> "«%s» did what it was asked, but its span has the status ERROR.".formatted(name()))
                .isFalse();
    }
}
