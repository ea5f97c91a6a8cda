package coach.draw;

import coach.store.ListedTrace;
import coach.trace.Trace;
import coach.trace.TraceTree;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.util.List;

/** What the commands that draw need of the rest of the coach. */
public interface Wiring {

    /**
     * The traces of the bar that is open.
     *
     * @param port of its app, or null where only one is open
     * @throws coach.bar.CannotOpen when there is none, or there are several
     */
    Traces open(Integer port);

    /** @throws IOException in words, when it isn't OTLP's JSON */
    TracesData read(byte[] json) throws IOException;

    /** As OTLP's JSON. */
    String write(TracesData data);

    /** What stands out in a trace, in sentences. */
    List<String> findings(TraceTree tree);

    /** The traces that a bar has kept. */
    interface Traces {

        /**
         * Newest first.
         *
         * @throws coach.bar.CannotOpen when the bar has closed meanwhile
         */
        List<ListedTrace> newest(int limit);

        /**
         * @param which an id, the beginning of one, or {@code last}
         * @throws coach.bar.CannotOpen when there is none such, or the bar has closed meanwhile
         */
        Trace find(String which);

        /** Where a browser shows it. */
        String address(String id);
    }
}
