package traces.store;

import traces.model.TraceError;

/** An error in reaching a store in another process: it does not answer. */
public final class StoreUnreachable extends TraceError {

    private static final long serialVersionUID = 1;

    public StoreUnreachable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
