package traces.model;

/**
 * An error in receiving, finding or showing traces. Its message is a sentence for a person; the caller adds what to
 * type next.
 */
public abstract class TraceError extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected TraceError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
