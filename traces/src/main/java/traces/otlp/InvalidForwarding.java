package traces.otlp;

import traces.model.TraceError;

/** An error in the settings for forwarding: they are not understood, or name the receiver itself. */
public final class InvalidForwarding extends TraceError {

    private static final long serialVersionUID = 1;

    public InvalidForwarding(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
