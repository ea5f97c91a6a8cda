package coach.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import traces.store.ListedTrace;

/** Tells which traces have become complete since the last call, each once. */
final class CompletedTraces {

    /** A whole trace is complete after this silence: agents send every few seconds, and not at the same time. */
    private static final long WHOLE_MILLIS = 1_000;

    /** Spans that are missing for this long are lost, or their service isn't traced. */
    private static final long BROKEN_MILLIS = 5_000;

    private final Set<String> done;

    /** @param there the traces that have arrived already; they are never returned */
    CompletedTraces(List<ListedTrace> there) {
        done = new HashSet<>(ids(there));
    }

    /**
     * @param now all traces, newest first
     * @return the completed ones, oldest first
     */
    List<ListedTrace> among(List<ListedTrace> now) {
        // A trace that has left the list is too old to come back.
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
