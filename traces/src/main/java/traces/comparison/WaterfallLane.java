package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import traces.model.DurationText;
import traces.model.TraceNode;
import traces.terminal.Plurals;

/**
 * A line of the page's waterfall: all spans of one operation at one place of the tree, on a time axis.
 *
 * @param times the number of spans, such as {@code 80 × }; empty where there is one
 * @param from the start of the first span, from the start of the trace
 */
record WaterfallLane(
        int depth,
        String times,
        String service,
        String name,
        String errors,
        String took,
        String from,
        List<Mark> marks) {

    /** With more marks, those that nearly touch are drawn as one. */
    private static final int MOST_MARKS = 400;

    private static final int PARTS = 500;

    /** A span, or several that nearly touch, in per cent of the axis. */
    record Mark(String x, String width, boolean failed, String title) {}

    /** The offset from the start of the trace, and the duration, in nanoseconds. */
    private record SpanTime(long offset, long duration, boolean failed) {

        long end() {
            return offset + duration;
        }
    }

    static WaterfallLane of(
            ComparisonRow row, List<TraceNode> nodes, CallStatistics calls, long traceStart, SharedTimeAxis axis) {
        List<SpanTime> spans = nodes.stream()
                .map(node -> new SpanTime(node.start() - traceStart, node.duration(), node.isError()))
                .toList();
        return new WaterfallLane(
                PageText.depth(row.depth()),
                calls.count() == 1 ? "" : calls.count() + " × ",
                PageText.text(row.newService()),
                PageText.deep(row.depth()) + PageText.text(ComparisonRow.name(nodes)),
                calls.errors() == 0 ? "" : Plurals.count(calls.errors(), "error"),
                DurationText.text(calls.covered()),
                DurationText.text(spans.get(0).offset()),
                drawn(spans, axis).stream().map(span -> mark(span, axis)).toList());
    }

    private static Mark mark(SpanTime span, SharedTimeAxis axis) {
        return new Mark(
                axis.x(span.offset()),
                axis.width(span.offset(), span.duration()),
                span.failed(),
                "from " + DurationText.text(span.offset()) + ", " + DurationText.text(span.duration())
                        + (span.failed() ? ", error" : ""));
    }

    private static List<SpanTime> drawn(List<SpanTime> spans, SharedTimeAxis axis) {
        if (spans.size() <= MOST_MARKS) {
            return spans;
        }
        List<SpanTime> drawn = new ArrayList<>();
        SpanTime last = spans.get(0);
        for (SpanTime next : spans.subList(1, spans.size())) {
            boolean touches = next.offset() - last.end() <= axis.nanos() / PARTS;
            if (touches) {
                long end = Math.max(last.end(), next.end());
                last = new SpanTime(last.offset(), end - last.offset(), last.failed() || next.failed());
            } else {
                drawn.add(last);
                last = next;
            }
        }
        drawn.add(last);
        return drawn;
    }
}
