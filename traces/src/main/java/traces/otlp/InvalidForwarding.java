package traces.otlp;

import traces.model.TraceError;

/** Settings for forwarding that are not understood, or that name the receiver itself. */
public final class InvalidForwarding extends TraceError {

    private static final long serialVersionUID = 1;

    public InvalidForwarding(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
