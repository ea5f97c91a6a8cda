package traces.model;

/** A port that a server should listen on and cannot have. */
public final class PortUnavailable extends TraceError {

    private static final long serialVersionUID = 1;

    public PortUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
