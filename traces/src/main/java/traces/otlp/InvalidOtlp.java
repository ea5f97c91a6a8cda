package traces.otlp;

import java.io.IOException;

/** An error in bytes that should be OTLP; its message is a sentence. */
final class InvalidOtlp extends IOException {

    private static final long serialVersionUID = 1;

    private final String place;

    /**
     * @param place which field is broken, as a JSON pointer such as {@code /resourceSpans/0/scopeSpans}; empty for the
     *     whole
     */
    InvalidOtlp(String place, String sentence, Throwable cause) {
        super(sentence, cause);
        this.place = place;
    }

    String place() {
        return place;
    }
}
