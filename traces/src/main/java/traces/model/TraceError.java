package traces.model;

/** Why traces cannot be received, found or shown. Its message is a sentence for a person; what to type next is the caller's to add. */
public abstract class TraceError extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected TraceError(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
