package coach.compare;

import coach.trace.Trace;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.net.URI;

/** What the command that compares needs from elsewhere. */
public interface Surroundings {

    /**
     * A trace of the bar that is open.
     *
     * @param which {@code last}, {@code last~1} for the one before, or an id or its first digits
     * @throws coach.bar.CannotOpen with sentences, when there is none
     */
    Trace find(String which);

    /** Reads what {@code ./workshop trace ID --json} has written, OTLP's JSON. */
    TracesData read(byte[] json) throws IOException;

    /** Where the web pages are, such as {@code http://localhost:9411}. */
    URI pages();

    /** Of the terminal, in cells. */
    int width();

    boolean colour();
}
