package coach.find;

import coach.trace.Node;
import coach.trace.Operation;
import coach.trace.Span;
import coach.trace.Stretch;
import coach.trace.TraceTree;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Calls of another program beneath which nothing of that program hangs: the trace stops at the border.
 *
 * @param nodes the calls, all alike
 * @param beside what the other program did, where that hangs from the same span as the call
 */
record StopsAtClient(List<Node> nodes, Optional<Node> beside) implements Finding {

    private record Kind(Operation operation, Optional<String> target) {}

    static List<StopsAtClient> in(TraceTree tree) {
        Set<Node> answered = answered(tree);
        Map<Kind, List<Node>> alike = new LinkedHashMap<>();
        for (Node node : tree.nodes()) {
            Span span = node.span().filter(StopsAtClient::expectsAnAnswer).orElse(null);
            if (span != null && !answered.contains(node)) {
                Kind kind = new Kind(Operation.of(span), Target.of(span));
                alike.computeIfAbsent(kind, first -> new ArrayList<>()).add(node);
            }
        }
        Map<Node, Optional<Node>> strangers = new HashMap<>();
        return alike.values().stream()
                .map(nodes -> new StopsAtClient(nodes, beside(nodes, strangers)))
                .toList();
    }

    /** A call that failed without an answer, to a port where nobody listens say, has reached nobody who could report. */
    private static boolean expectsAnAnswer(Span span) {
        boolean reachedNobody = span.isError() && Target.status(span).isEmpty();
        return Target.isProgram(span) && !reachedNobody;
    }

    /** The nodes with a SERVER span or another call beneath: of two calls that are one, the inner tells. */
    private static Set<Node> answered(TraceTree tree) {
        Set<Node> answered = new HashSet<>();
        List<Node> nodes = tree.nodes();
        for (int i = nodes.size() - 1; i >= 0; i--) {
            Node node = nodes.get(i);
            node.parent()
                    .filter(parent -> answered.contains(node) || isAnswer(node, parent))
                    .ifPresent(answered::add);
        }
        return answered;
    }

    private static boolean isAnswer(Node node, Node parent) {
        boolean elsewhere = !service(node).equals(service(parent));
        return elsewhere
                || node.span()
                        .filter(span -> isServer(span) || Target.isProgram(span))
                        .isPresent();
    }

    private static boolean isServer(Span span) {
        return span.kind() == SpanKind.SPAN_KIND_SERVER;
    }

    private static Optional<Node> beside(List<Node> calls, Map<Node, Optional<Node>> strangers) {
        return calls.stream()
                .flatMap(call -> call.parent().stream())
                .flatMap(parent -> strangers.computeIfAbsent(parent, StopsAtClient::stranger).stream())
                .findFirst();
    }

    /** A SERVER span of another program, right beneath what isn't a call. */
    private static Optional<Node> stranger(Node parent) {
        if (parent.span().filter(span -> !Target.isCall(span)).isEmpty()) {
            return Optional.empty();
        }
        return parent.children().stream()
                .filter(child -> child.span().filter(StopsAtClient::isServer).isPresent())
                .filter(child -> !service(child).equals(service(parent)))
                .findFirst();
    }

    private static Optional<String> service(Node node) {
        return node.span().map(Span::service);
    }

    @Override
    public String kind() {
        return "stops-at-client";
    }

    @Override
    public long nanos() {
        return Stretch.covered(Stretch.of(nodes));
    }

    @Override
    public String sentence() {
        Span first = nodes.get(0).span().orElseThrow();
        String seen = "The trace stops at " + Words.times(nodes.size()) + Target.label(first) + ", called by "
                + Words.shortened(first.service(), 40) + ": nothing of the other side hangs beneath";
        return beside.map(
                        node -> seen + ", but " + Words.where(node) + " hangs beside. The header named the span around"
                                + " the call: leave it to the agent, which knows the call itself.")
                .orElse(seen + ". Is the other side traced, and do both speak the same header (otel.propagators)?");
    }
}
