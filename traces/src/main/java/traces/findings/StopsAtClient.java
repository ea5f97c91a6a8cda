package traces.findings;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import traces.model.Operation;
import traces.model.Span;
import traces.model.TimeInterval;
import traces.model.TraceNode;
import traces.model.TraceTree;

/**
 * Calls of another program without a span of that program below them: the trace stops there.
 *
 * @param nodes the calls, all alike
 * @param beside a span of the other program that hangs from the same span as the call, where there is one
 */
record StopsAtClient(List<TraceNode> nodes, Optional<TraceNode> beside) implements Finding {

    private record Kind(Operation operation, Optional<String> target) {}

    static List<StopsAtClient> in(TraceTree tree) {
        Set<TraceNode> answered = answered(tree);
        Set<TraceNode> transport = TransportCalls.in(tree);
        Map<Kind, List<TraceNode>> alike = new LinkedHashMap<>();
        for (TraceNode node : tree.nodes()) {
            Span span = node.span().filter(StopsAtClient::expectsAnAnswer).orElse(null);
            if (span != null && !answered.contains(node) && !transport.contains(node)) {
                Kind kind = new Kind(Operation.of(span), CallTarget.of(span));
                alike.computeIfAbsent(kind, first -> new ArrayList<>()).add(node);
            }
        }
        Map<TraceNode, Optional<TraceNode>> strangers = new HashMap<>();
        return alike.values().stream()
                .map(nodes -> new StopsAtClient(nodes, beside(nodes, strangers)))
                .toList();
    }

    /**
     * Returns whether spans of the target are expected: a call that failed without an answer may have reached no
     * program.
     */
    private static boolean expectsAnAnswer(Span span) {
        boolean reachedNobody = span.isError() && CallTarget.status(span).isEmpty();
        return CallTarget.isProgram(span) && !reachedNobody;
    }

    /** Returns the nodes with a SERVER span or another call below: two libraries may both make a span for one call. */
    private static Set<TraceNode> answered(TraceTree tree) {
        Set<TraceNode> answered = new HashSet<>();
        List<TraceNode> nodes = tree.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            TraceNode node = nodes.get(i);
            node.parent()
                    .filter(parent -> answered.contains(node) || isAnswer(node, parent))
                    .ifPresent(answered::add);
        }
        return answered;
    }

    private static boolean isAnswer(TraceNode node, TraceNode parent) {
        boolean elsewhere = !service(node).equals(service(parent));
        return elsewhere
                || node.span()
                        .filter(span -> isServer(span) || CallTarget.isProgram(span))
                        .isPresent();
    }

    private static boolean isServer(Span span) {
        return span.kind() == SpanKind.SPAN_KIND_SERVER;
    }

    private static Optional<TraceNode> beside(List<TraceNode> calls, Map<TraceNode, Optional<TraceNode>> strangers) {
        return calls.stream()
                .flatMap(call -> call.parent().stream())
                .flatMap(parent -> strangers.computeIfAbsent(parent, StopsAtClient::stranger).stream())
                .findFirst();
    }

    /** Returns a SERVER span of another program that is a child of this span, which is no call. */
    private static Optional<TraceNode> stranger(TraceNode parent) {
        if (parent.span().filter(span -> !CallTarget.isCall(span)).isEmpty()) {
            return Optional.empty();
        }
        return parent.children().stream()
                .filter(child -> child.span().filter(StopsAtClient::isServer).isPresent())
                .filter(child -> !service(child).equals(service(parent)))
                .findFirst();
    }

    private static Optional<String> service(TraceNode node) {
        return node.span().map(Span::service);
    }

    @Override
    public String kind() {
        return "stops-at-client";
    }

    @Override
    public long nanos() {
        return TimeInterval.covered(TimeInterval.of(nodes));
    }

    @Override
    public String sentence() {
        Span first = nodes.get(0).span().orElseThrow();
        String seen = "The trace stops at " + FindingText.times(nodes.size())
                + CallTarget.label(FindingText.spans(nodes)) + ", called by "
                + FindingText.shortened(first.service(), 40) + ": nothing of the other side hangs beneath";
        return beside.map(node ->
                        seen + ", but " + FindingText.where(node) + " hangs beside. The header named the span around"
                                + " the call: leave it to the agent, which knows the call itself.")
                .orElse(seen + ". Is the other side traced, and do both speak the same header (otel.propagators)?");
    }
}
