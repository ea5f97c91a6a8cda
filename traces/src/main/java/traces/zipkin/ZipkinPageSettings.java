package traces.zipkin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/** What Zipkin's page wants to know before it shows anything, in the real server's words. */
final class ZipkinPageSettings {

    /** The store is small and the morning's traces are worth finding after lunch. It must be one that Lens offers. */
    private static final Duration LOOKBACK = Duration.ofHours(12);

    private static final int TRACES_FOUND = 20;

    /** Which part of the calls between two services may fail before their line turns yellow, and red. */
    private static final double SOME_FAIL = 0.5;

    private static final double MANY_FAIL = 0.75;

    private ZipkinPageSettings() {}

    static String json() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("environment", "");
        settings.put("queryLimit", TRACES_FOUND);
        settings.put("defaultLookback", LOOKBACK.toMillis());
        settings.put("searchEnabled", true);
        // Links to logs, to help and to an archive, none of which there is.
        settings.putNull("logsUrl");
        settings.putNull("supportUrl");
        settings.putNull("archivePostUrl");
        settings.putNull("archiveUrl");
        settings.putObject("dependency")
                .put("enabled", true)
                .put("lowErrorRate", SOME_FAIL)
                .put("highErrorRate", MANY_FAIL);
        return settings.toPrettyString();
    }
}
