package traces.store;

import traces.model.TraceError;

/** An error in finding a trace: an id, or a word such as {@code last}, that names none in the store. */
public final class TraceNotFound extends TraceError {

    private static final long serialVersionUID = 1;

    private final boolean ofNewest;

    public TraceNotFound(String sentence, boolean ofNewest) {
        super(sentence, null);
        this.ofNewest = ofNewest;
    }

    /** Returns whether the newest trace was asked for, so that the store is empty. */
    public boolean isOfNewest() {
        return ofNewest;
    }
}
