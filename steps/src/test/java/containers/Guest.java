package containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import coach.bar.compiler.CompiledServices;
import coach.course.check.ServiceClient;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import traces.model.Trace;

/** Asks a bar, and looks at the traces that this made. */
record Guest(Compose bar) {

    private static final int ENOUGH_FOR_EACH_TO_HAVE_A_TURN = 9;

    /** The trace of a question, once it has reached all of these services. */
    Trace traced(String path, Set<String> services) {
        String id = ServiceClient.newTraceId();
        assertThat(bar.app().getTraced(path, id).status()).isEqualTo(200);
        return arrived(id, services);
    }

    private Trace arrived(String id, Set<String> services) {
        return await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> bar.traces().find(id), trace -> trace.services().containsAll(services));
    }

    /** Says which of several apps answers. */
    Set<String> instances() {
        List<String> ids = Stream.generate(ServiceClient::newTraceId)
                .limit(ENOUGH_FOR_EACH_TO_HAVE_A_TURN)
                .toList();
        ids.forEach(id -> askAnew("/beer/ipa", id));
        return ids.stream()
                .map(id -> arrived(id, Set.of(CompiledServices.APP)))
                .map(trace -> trace.spans().get(0).origin().instance())
                .collect(Collectors.toSet());
    }

    /**
     * Asks over a connection of its own, so that another app may have the turn.
     *
     * @return the status
     */
    int askAnew(String path, String traceId) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    bar.app().service().resolve(path).toURL().openConnection();
            connection.setRequestProperty("Connection", "close");
            connection.setRequestProperty("traceparent", "00-" + traceId + "-00000000000000aa-01");
            return connection.getResponseCode();
        } catch (IOException e) {
            throw new AssertionError(path + " got no answer", e);
        }
    }
}
