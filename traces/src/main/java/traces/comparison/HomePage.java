package traces.comparison;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import traces.model.DurationText;
import traces.model.TraceSummary;
import traces.store.ListedTrace;
import traces.store.TraceStore;

/** Serves the first page of the viewer: the newest traces, two of which can be compared, and the way to Zipkin's page. */
public final class HomePage {

    private static final int LISTED = 20;
    private static final int LOOK_AT = 10_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final TraceStore store;
    private final ZoneId zone;
    private final Predicate<TraceSummary> isListed;

    /**
     * @param zone in which the times of the traces are shown
     * @param isListed tells the traces that a person looks for from those that a program makes by itself
     */
    public HomePage(TraceStore store, ZoneId zone, Predicate<TraceSummary> isListed) {
        this.store = store;
        this.zone = zone;
        this.isListed = isListed;
    }

    /** The values of the template, which escapes them. */
    private record View(List<TraceRow> newest, boolean hasAny, boolean hasTwo, boolean hasOthers) {}

    /** @param chosenA whether the form offers this trace as A */
    private record TraceRow(
            String id,
            String time,
            String service,
            String name,
            String duration,
            int spans,
            String errors,
            boolean chosenA,
            boolean chosenB) {}

    public void addTo(RoutesConfig routes) {
        routes.get("/", this::show);
    }

    private void show(Context ctx) {
        List<TraceSummary> all =
                store.listed(LOOK_AT).stream().map(ListedTrace::summary).toList();
        List<TraceSummary> listed = all.stream().filter(isListed).toList();
        List<TraceRow> rows = new ArrayList<>();
        for (TraceSummary trace : listed.subList(0, Math.min(LISTED, listed.size()))) {
            rows.add(row(trace, rows.size()));
        }
        View view = new View(rows, !rows.isEmpty(), rows.size() > 1, all.size() > listed.size());
        PageResponse.html(ctx, PageTemplates.HOME.execute(view));
    }

    /** The form begins with the newest two: the older is A, what was there before. */
    private TraceRow row(TraceSummary trace, int place) {
        return new TraceRow(
                trace.id(),
                TIME.format(Instant.ofEpochSecond(0, trace.startNanos()).atZone(zone)),
                PageText.text(trace.rootService()),
                PageText.text(ComparedTrace.name(trace)),
                DurationText.text(trace.durationNanos()),
                trace.spans(),
                trace.errors() == 0 ? "" : Integer.toString(trace.errors()),
                place == 1,
                place == 0);
    }
}
