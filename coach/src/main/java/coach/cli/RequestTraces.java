package coach.cli;

import coach.bar.OwnTraces;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import traces.model.Trace;
import traces.store.ListedTrace;
import traces.store.StoredTraces;
import traces.store.TraceNotFound;

/**
 * The traces of requests among those of a bar. Its services also send traces of their own: the start, the filling of
 * the database, and the health checks of the coach.
 *
 * @param all the traces of the bar, which {@link #find} finds by their ids too
 */
record RequestTraces(StoredTraces all) implements StoredTraces {

    private static final int LOOK_AT = 10_000;
    private static final Pattern LAST = Pattern.compile("last(?:~(\\d{1,6}))?");

    @Override
    public List<ListedTrace> newest(int limit) {
        return all.newest(LOOK_AT).stream()
                .filter(trace -> !OwnTraces.include(trace.summary()))
                .limit(limit)
                .toList();
    }

    /** @param which an id, its beginning, last, or last~1 for the request before */
    @Override
    public Trace find(String which) {
        Matcher last = LAST.matcher(which.toLowerCase(Locale.ROOT));
        if (!last.matches()) {
            return all.find(which);
        }
        int back = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
        List<ListedTrace> newest = newest(back + 1);
        if (newest.isEmpty()) {
            throw new TraceNotFound("No trace of a request has arrived yet.", true);
        }
        if (back >= newest.size()) {
            throw new TraceNotFound("There are only %s traces of requests.".formatted(newest.size()), false);
        }
        return all.find(newest.get(back).summary().id());
    }

    @Override
    public URI page() {
        return all.page();
    }
}
