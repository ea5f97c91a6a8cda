package traces.comparison;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import traces.model.DurationText;
import traces.model.TraceSummary;

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
    static ChoiceView of(List<TraceSummary> newest, Optional<String> a, Optional<String> b) {
        String second = b.orElse(a.isEmpty() || newest.isEmpty() ? id(newest, 0) : otherThan(a.get(), newest));
        String first = a.orElse(otherThan(second, newest));
        List<OfTrace> traces = new ArrayList<>();
        for (TraceSummary summary : newest) {
            traces.add(trace(summary, summary.id().equals(first), summary.id().equals(second)));
        }
        return new ChoiceView(traces, traces.size() > 1);
    }

    private static String id(List<TraceSummary> traces, int index) {
        return index < traces.size() ? traces.get(index).id() : "";
    }

    private static String otherThan(String id, List<TraceSummary> newest) {
        return newest.stream()
                .map(TraceSummary::id)
                .filter(other -> !other.equals(id))
                .findFirst()
                .orElse("");
    }

    private static OfTrace trace(TraceSummary summary, boolean isA, boolean isB) {
        Instant start = Instant.ofEpochSecond(0, summary.startNanos());
        return new OfTrace(
                summary.id(),
                TIME.format(start.atZone(ZoneId.systemDefault())),
                PageText.text(ComparedTrace.name(summary)),
                PageText.text(summary.rootService()),
                DurationText.text(summary.durationNanos()),
                summary.spans(),
                ComparedTrace.errors(summary),
                isA,
                isB);
    }
}
