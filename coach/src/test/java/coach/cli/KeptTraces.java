package coach.cli;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import traces.model.Trace;
import traces.model.TraceSummary;
import traces.model.TraceTree;
import traces.store.ListedTrace;
import traces.store.StoreUnreachable;
import traces.store.StoredTraces;
import traces.store.TraceNotFound;

/** A bar that has kept some traces, and closes when asked so. */
final class KeptTraces implements StoredTraces {

    private final Map<Trace, Long> quietMillis = new LinkedHashMap<>();
    private final List<Runnable> moments = new ArrayList<>();
    private boolean closed;

    KeptTraces keep(TraceTree tree, long quiet) {
        quietMillis.put(tree.trace(), quiet);
        return this;
    }

    /** What happens before each time that somebody looks. */
    KeptTraces then(Runnable moment) {
        moments.add(moment);
        return this;
    }

    void close() {
        closed = true;
    }

    @Override
    public List<ListedTrace> newest(int limit) {
        if (!moments.isEmpty()) {
            moments.remove(0).run();
        }
        if (closed) {
            throw new StoreUnreachable("The bar does not answer.", null);
        }
        List<ListedTrace> oldestFirst = quietMillis.entrySet().stream()
                .map(kept -> new ListedTrace(TraceSummary.of(TraceTree.of(kept.getKey())), kept.getValue()))
                .toList();
        return oldestFirst.stream()
                .sorted(Comparator.comparingInt(oldestFirst::indexOf).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public Trace find(String which) {
        return quietMillis.keySet().stream()
                .filter(trace -> which.equals("last") || trace.id().startsWith(which))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new TraceNotFound("No trace's id begins with '" + which + "'.", false));
    }

    @Override
    public URI page() {
        return URI.create("http://localhost:9411");
    }
}
