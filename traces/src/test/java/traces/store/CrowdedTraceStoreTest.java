package traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.hex;
import static traces.model.SampleSpan.named;
import static traces.store.Offered.offered;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** What many threads, and those who wait, see of a store. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class CrowdedTraceStoreTest {

    private static final int THREADS = 8;
    private static final int EACH = 2_000;
    private static final int ALL = THREADS * EACH;
    private static final long PLENTY = 1 << 26;
    private static final Duration LONG = Duration.ofSeconds(50);

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void countsEverySpan_when8ThreadsAdd() throws Exception {
        TraceStore store = new TraceStore(ALL, PLENTY);

        int kept = addedByAll(store);

        assertThat(List.of(kept, store.spans(), inside(store))).containsOnly(ALL);
    }

    @Test
    void countsWhatIsThere_when8ThreadsAddMoreThanItHolds() throws Exception {
        TraceStore store = new TraceStore(500, PLENTY);

        addedByAll(store);

        assertThat(inside(store)).isEqualTo(store.spans()).isLessThanOrEqualTo(500);
    }

    @Test
    void neverTakesASpanBack_whileATraceGrows() throws Exception {
        TraceStore store = new TraceStore(ALL + 1, PLENTY);
        store.add(offered(named("first").trace(1).id(ALL + 1)));
        Future<Integer> adding = threads.submit(() -> addedByAll(store));
        int seen = 0;

        while (!adding.isDone()) {
            int now = store.find(hex(1, 16)).orElseThrow().spans().size();
            assertThat(now).isGreaterThanOrEqualTo(seen);
            seen = now;
        }

        assertThat(adding.get()).isEqualTo(ALL);
    }

    @Test
    void wakesWhoWaits_whenSpansArrive() throws Exception {
        TraceStore store = new TraceStore();
        Future<Long> waiting = threads.submit(() -> store.awaitGrowth(0, LONG));

        store.add(offered(named("GET /beers")));

        assertThat(waiting.get()).isEqualTo(1);
    }

    @Test
    void doesNotMakeOneWait_whoHasMissedSpans() throws Exception {
        TraceStore store = new TraceStore();
        store.add(offered(named("GET /beers")));

        assertThat(store.awaitGrowth(0, LONG)).isEqualTo(1);
    }

    @Test
    void letsWhoWaitsGo_whenTheTimeIsOver() throws Exception {
        assertThat(new TraceStore().awaitGrowth(0, Duration.ofMillis(1))).isZero();
    }

    @Test
    void doesNotGrow_whenItKeepsNothing() {
        TraceStore tiny = new TraceStore(10, 10);

        tiny.add(offered(named("GET /beers")));
        tiny.add(List.of());

        assertThat(tiny.growths()).isZero();
    }

    private static int inside(TraceStore store) {
        return store.newest(ALL).stream()
                .mapToInt(trace -> trace.spans().size())
                .sum();
    }

    private int addedByAll(TraceStore store) throws Exception {
        List<Callable<Integer>> adders = IntStream.range(0, THREADS)
                .mapToObj(thread -> (Callable<Integer>) () -> addedBy(thread, store))
                .toList();
        int kept = 0;
        for (Future<Integer> one : threads.invokeAll(adders)) {
            kept += one.get();
        }
        return kept;
    }

    /** By turns to trace 1, which all share, and to one of its own. */
    private static int addedBy(int thread, TraceStore store) {
        int kept = 0;
        for (int i = 1; i <= EACH; i++) {
            long trace = i % 2 == 0 ? 1 : 2 + thread;
            kept += store.add(offered(named("n").trace(trace).id(thread * EACH + i)))
                    .kept();
        }
        return kept;
    }
}
