package traces.store;

import traces.model.TraceError;

/** A store in another process that does not answer. */
public final class StoreUnreachable extends TraceError {

    private static final long serialVersionUID = 1;

    public StoreUnreachable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
