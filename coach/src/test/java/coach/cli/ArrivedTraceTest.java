package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.hex;
import static traces.model.SampleSpan.named;
import static traces.model.SampleSpan.tree;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import traces.model.SampleSpan;
import traces.store.StoreApi;
import traces.store.StoreClient;
import traces.store.TraceStore;
import traces.zipkin.TraceWebServer;

@Timeout(60)
class ArrivedTraceTest {

    private static final long TRACE = 0xbeef;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final TraceStore store = new TraceStore();
    private final TraceWebServer page = TraceWebServer.open(store, "localhost", 0, List.of(new StoreApi(store)::addTo));
    private final ArrivedTrace arrived =
            new ArrivedTrace(new StoreClient(URI.create("http://localhost:" + page.port())), hex(TRACE, 16));

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void isThereOnceItsFirstSpanIs() throws Exception {
        FutureTask<Boolean> waiting = new FutureTask<>(() -> arrived.await(LONG));
        new Thread(waiting).start();

        keep(named("GET /beers").trace(TRACE));

        assertThat(waiting.get()).isTrue();
    }

    @Test
    void isNotThere_whileOnlyOthersArrive() throws InterruptedException {
        keep(named("GET /beers").trace(1));

        assertThat(arrived.await(Duration.ZERO)).isFalse();
    }

    private void keep(SampleSpan span) {
        store.add(tree(span).trace().toOtlp().getResourceSpansList());
    }
}
