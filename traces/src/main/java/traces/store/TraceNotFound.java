package traces.store;

import traces.model.TraceError;

/** An id, or a word such as {@code last}, that names no trace of the store. */
public final class TraceNotFound extends TraceError {

    private static final long serialVersionUID = 1;

    private final boolean ofNewest;

    public TraceNotFound(String sentence, boolean ofNewest) {
        super(sentence, null);
        this.ofNewest = ofNewest;
    }

    /** Whether the newest trace was asked for, so that the store holds none at all. */
    public boolean isOfNewest() {
        return ofNewest;
    }
}
