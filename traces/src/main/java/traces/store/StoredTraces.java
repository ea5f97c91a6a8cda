package traces.store;

import java.net.URI;
import java.util.List;
import traces.model.Trace;

/** The traces of a store, as another process sees them. */
public interface StoredTraces {

    /**
     * Lists traces, the newest first.
     *
     * @throws StoreUnreachable when the store does not answer
     */
    List<ListedTrace> newest(int limit);

    /**
     * Finds a trace.
     *
     * @param which an id, the beginning of one, {@code last}, or {@code last~1} for the one before it
     * @throws TraceNotFound when there is no such trace
     * @throws StoreUnreachable when the store does not answer
     */
    Trace find(String which);

    /** Returns the address of the server that shows the traces, for people. */
    URI page();
}
