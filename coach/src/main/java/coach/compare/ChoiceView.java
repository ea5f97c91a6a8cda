package coach.compare;

import coach.trace.Times;
import coach.trace.Trace;
import coach.trace.TraceSummary;
import coach.trace.TraceTree;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form that asks which two traces to compare, in the words of its template. */
record ChoiceView(List<OfTrace> traces, boolean isEnough) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    record OfTrace(
            String id,
            String time,
            String name,
            String service,
            String duration,
            int spans,
            String errors,
            boolean isA,
            boolean isB) {}

    /** @param newest newest first: unless something was chosen, the newest is B, and the one before it A */
    static ChoiceView of(List<Trace> newest, Optional<String> a, Optional<String> b) {
        String second = b.orElse(a.isEmpty() || newest.isEmpty() ? id(newest, 0) : otherThan(a.get(), newest));
        String first = a.orElse(otherThan(second, newest));
        List<OfTrace> traces = new ArrayList<>();
        for (Trace trace : newest) {
            TraceSummary summary = TraceSummary.of(TraceTree.of(trace));
            traces.add(trace(summary, trace.id().equals(first), trace.id().equals(second)));
        }
        return new ChoiceView(traces, traces.size() > 1);
    }

    private static String id(List<Trace> traces, int index) {
        return index < traces.size() ? traces.get(index).id() : "";
    }

    private static String otherThan(String id, List<Trace> newest) {
        return newest.stream()
                .map(Trace::id)
                .filter(other -> !other.equals(id))
                .findFirst()
                .orElse("");
    }

    private static OfTrace trace(TraceSummary summary, boolean isA, boolean isB) {
        Instant start = Instant.ofEpochSecond(0, summary.startNanos());
        return new OfTrace(
                summary.id(),
                TIME.format(start.atZone(ZoneId.systemDefault())),
                Shown.text(Side.name(summary)),
                Shown.text(summary.rootService()),
                Times.text(summary.durationNanos()),
                summary.spans(),
                Side.errors(summary),
                isA,
                isB);
    }
}
