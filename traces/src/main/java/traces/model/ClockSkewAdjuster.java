package traces.model;

import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.util.List;
import java.util.Optional;

/**
 * Corrects the clocks of several services: a call cannot be answered before it is made, nor after its answer has
 * arrived.
 *
 * <p>A SERVER span that does not lie within the CLIENT span above it has its times from a clock that is wrong by at
 * least that much. The span is moved to the middle of the call, as if the request took as long on its way as the
 * answer, and the spans of its service below it move along. A SERVER span that began within the call and took longer is
 * left alone: its caller gave up.
 */
final class ClockSkewAdjuster {

    // A server may still be busy with the end of its span when its answer has been read, and a cold one takes its time.
    private static final long LINGERS = 10_000_000;

    private ClockSkewAdjuster() {}

    /** @param nodes parents before their children */
    static void align(List<TraceNode> nodes) {
        long first = nodes.stream()
                .filter(TraceNode::isTimed)
                .mapToLong(TraceNode::start)
                .min()
                .orElse(0);
        for (TraceNode node : nodes) {
            if (node.span().isPresent()) {
                Optional<TraceNode> parent =
                        node.parent().filter(above -> above.span().isPresent());
                if (parent.isPresent()) {
                    align(node, parent.get());
                } else if (!node.isTimed()) {
                    node.shift(first - node.start());
                }
            }
        }
    }

    private static void align(TraceNode node, TraceNode parent) {
        boolean bothAlike = node.isTimed() == parent.isTimed() && node.hasDuration();
        if (sameClock(node, parent) && bothAlike) {
            node.shift(parent.shift());
        } else if (answers(node, parent) && !liesWithin(node, parent)) {
            long wayThere = Math.max(0, (parent.duration() - node.duration()) / 2);
            node.shift(parent.start() + wayThere - node.start());
        } else if (!node.isTimed()) {
            node.shift(parent.start() - node.start());
        }
    }

    private static boolean sameClock(TraceNode node, TraceNode parent) {
        Optional<SpanOrigin> above = parent.span().map(Span::origin);
        SpanOrigin origin = node.span().orElseThrow().origin();
        return above.isPresent()
                && above.get().service().equals(origin.service())
                && above.get().instance().equals(origin.instance());
    }

    private static boolean answers(TraceNode node, TraceNode parent) {
        return kindOf(node) == SpanKind.SPAN_KIND_SERVER && kindOf(parent) == SpanKind.SPAN_KIND_CLIENT;
    }

    private static SpanKind kindOf(TraceNode node) {
        return node.span().map(Span::kind).orElse(SpanKind.SPAN_KIND_UNSPECIFIED);
    }

    private static boolean liesWithin(TraceNode node, TraceNode parent) {
        boolean beginsWithin = node.latestStart() >= parent.start() && node.start() <= parent.end();
        boolean outlastsIt = node.duration() > parent.duration();
        return beginsWithin && (outlastsIt || node.end() - parent.end() <= LINGERS);
    }
}
