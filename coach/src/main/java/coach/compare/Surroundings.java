package coach.compare;

import coach.trace.Trace;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.net.URI;

/** What the command that compares needs of the rest of the coach. */
public interface Surroundings {

    /**
     * The traces of the bar that is open.
     *
     * @param port of its app, or null where only one is open
     * @throws coach.bar.CannotOpen when there is none, or there are several
     */
    Traces open(Integer port);

    /**
     * Reads what {@code ./workshop trace ID --json} has written.
     *
     * @throws IOException in words, when it isn't OTLP's JSON
     */
    TracesData read(byte[] json) throws IOException;

    /** Of what is printed on, in columns. */
    int width();

    /** Whether that shows colours. */
    boolean colour();

    /** The traces that a bar has kept. */
    interface Traces {

        /**
         * @param which {@code last}, {@code last~1} for the one before, an id, or the beginning of one
         * @throws coach.bar.CannotOpen when there is none such, or the bar has closed meanwhile
         */
        Trace find(String which);

        /** The address of the bar's page. */
        URI page();
    }
}
