package traces.waterfall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import traces.store.ListedTrace;

/** Tells which traces have become complete since the last time, each once. */
public final class CompletedTraces {

    /** An agent sends what it has every few seconds, and the services are not in step. */
    private static final long WHOLE_MILLIS = 1_000;

    /** What is missing for that long is lost, or its service isn't traced. */
    private static final long BROKEN_MILLIS = 5_000;

    private final Set<String> done;

    /** @param there the traces that are there already, and of no interest */
    public CompletedTraces(List<ListedTrace> there) {
        done = new HashSet<>(ids(there));
    }

    /**
     * @param now the traces that there are, newest first
     * @return oldest first
     */
    public List<ListedTrace> among(List<ListedTrace> now) {
        // Those that have left the list are too old to come back.
        done.retainAll(ids(now));
        List<ListedTrace> complete = new ArrayList<>();
        for (ListedTrace trace : now) {
            if (isComplete(trace) && done.add(trace.summary().id())) {
                complete.add(trace);
            }
        }
        Collections.reverse(complete);
        return complete;
    }

    private static boolean isComplete(ListedTrace trace) {
        return trace.quietMillis() >= (trace.summary().whole() ? WHOLE_MILLIS : BROKEN_MILLIS);
    }

    private static Set<String> ids(List<ListedTrace> traces) {
        return traces.stream().map(trace -> trace.summary().id()).collect(Collectors.toSet());
    }
}
