package traces.comparison;

import java.util.ArrayList;
import java.util.List;
import traces.model.DurationText;
import traces.model.TraceNode;

/**
 * A line of a waterfall: all spans of one operation at one place of the tree, each where it ran.
 *
 * @param times how many there are, {@code 80 × }, and nothing where there is one
 * @param from when the first began, from the beginning of the trace
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

    /** With more, nobody sees one; they are drawn as one where they all but touch. */
    private static final int MOST_MARKS = 400;

    private static final int PARTS = 500;

    /** A span, or several that all but touch, in per cent of the axis. */
    record Mark(String x, String width, boolean failed, String title) {}

    /** Offset from the trace's beginning, and how long: in nanoseconds. */
    private record Stretch(long offset, long duration, boolean failed) {

        long end() {
            return offset + duration;
        }
    }

    static WaterfallLane of(
            ComparisonRow row, List<TraceNode> nodes, CallStatistics calls, long traceStart, SharedTimeAxis axis) {
        List<Stretch> stretches = nodes.stream()
                .map(node -> new Stretch(node.start() - traceStart, node.duration(), node.isError()))
                .toList();
        return new WaterfallLane(
                PageText.depth(row.depth()),
                calls.count() == 1 ? "" : calls.count() + " × ",
                PageText.text(row.newService()),
                PageText.deep(row.depth())
                        + PageText.text(
                                nodes.get(0).span().map(ComparisonRow::name).orElse(ComparisonRow.MISSING)),
                calls.errors() == 0 ? "" : Plurals.count(calls.errors(), "error"),
                DurationText.text(calls.covered()),
                DurationText.text(stretches.get(0).offset()),
                drawn(stretches, axis).stream()
                        .map(stretch -> mark(stretch, axis))
                        .toList());
    }

    private static Mark mark(Stretch stretch, SharedTimeAxis axis) {
        return new Mark(
                axis.x(stretch.offset()),
                axis.width(stretch.offset(), stretch.duration()),
                stretch.failed(),
                "from " + DurationText.text(stretch.offset()) + ", " + DurationText.text(stretch.duration())
                        + (stretch.failed() ? ", error" : ""));
    }

    private static List<Stretch> drawn(List<Stretch> stretches, SharedTimeAxis axis) {
        if (stretches.size() <= MOST_MARKS) {
            return stretches;
        }
        List<Stretch> drawn = new ArrayList<>();
        Stretch last = stretches.get(0);
        for (Stretch next : stretches.subList(1, stretches.size())) {
            boolean touches = next.offset() - last.end() <= axis.nanos() / PARTS;
            if (touches) {
                long end = Math.max(last.end(), next.end());
                last = new Stretch(last.offset(), end - last.offset(), last.failed() || next.failed());
            } else {
                drawn.add(last);
                last = next;
            }
        }
        drawn.add(last);
        return drawn;
    }
}
