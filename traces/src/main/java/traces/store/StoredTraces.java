package traces.store;

import java.net.URI;
import java.util.List;
import traces.model.Trace;

/** The traces that a bar has kept, as its coach gives them to another process. */
public interface StoredTraces {

    /**
     * Newest first.
     *
     * @throws StoreUnreachable when the bar has closed meanwhile
     */
    List<ListedTrace> newest(int limit);

    /**
     * @param which an id, the beginning of one, {@code last}, or {@code last~1} for the one before it
     * @throws TraceNotFound when there is none such
     * @throws StoreUnreachable when the bar has closed meanwhile
     */
    Trace find(String which);

    /** The address of the bar's page. */
    URI page();
}
