package traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.hex;
import static traces.model.SampleSpan.named;
import static traces.store.Offered.offered;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import traces.model.SampleSpan;

/** Who leaves when a store is full, and what it says that it holds. */
class FullTraceStoreTest {

    private static final long PLENTY = 1 << 20;

    private final TraceStore ofTen = new TraceStore(10, PLENTY);

    /**
     * <pre>
     *   1: 4 spans   2: 4 spans   1: one more   3: 4 spans, so 2 leaves
     * </pre>
     */
    @Test
    void letsTheQuietestTraceLeaveWhole() {
        add(1, 4);
        add(2, 4);
        ofTen.add(offered(named("late").trace(1).id(99)));

        add(3, 4);

        assertThat(sizes()).containsExactly("3: 4", "1: 5");
    }

    @Test
    void letsAsManyLeaveAsItTakes() {
        add(1, 3);
        add(2, 3);
        add(3, 3);

        add(4, 8);

        assertThat(sizes()).containsExactly("4: 8");
    }

    @Test
    void keepsWhatItHasOfATrace_thatFillsItAlone() {
        add(1, 10);

        StoreResult added = ofTen.add(offered(named("one more").trace(1).id(99)));

        assertThat(added)
                .isEqualTo(new StoreResult(
                        0, 1, Optional.of("Trace " + hex(1, 16) + " fills the store alone: it has 10 spans there")));
    }

    @Test
    void makesRoomAgain_afterATraceFilledItAlone() {
        add(1, 20);

        add(2, 3);

        assertThat(sizes()).containsExactly("2: 3");
    }

    @Test
    void keepsTheOthers_whenASpanIsTooBigForIt() {
        TraceStore small = new TraceStore(100, 10_000);
        small.add(offered(named("GET /beers").trace(1)));

        small.add(offered(named("huge".repeat(5_000)).trace(2)));

        assertThat(small.find(hex(1, 16))).isPresent();
    }

    @Test
    void keepsTheOthers_whenATraceGetsTooBigForIt() {
        TraceStore small = new TraceStore(100, 10_000);
        small.add(offered(named("big".repeat(1_000)).trace(2).id(1)));
        small.add(offered(named("GET /beers").trace(1)));

        small.add(offered(named("huge".repeat(2_000)).trace(2).id(2)));

        assertThat(small.find(hex(1, 16))).isPresent();
    }

    /** Names and services of all sizes; what a service says of itself is kept too. */
    @Test
    void staysWithinItsBytes() {
        TraceStore small = new TraceStore(1_000_000, 50_000);

        long most = IntStream.rangeClosed(1, 500)
                .mapToLong(i -> {
                    String service = "x".repeat(i % 7 * 1_000);
                    small.add(
                            offered(named("n".repeat(i)).trace(i % 50 + 1).id(i).of(service)));
                    return small.bytes();
                })
                .max()
                .orElseThrow();

        assertThat(most).isBetween(40_000L, 50_000L);
    }

    @Test
    void countsTheBytesOfWhoSentASpan() {
        ofTen.add(offered(named("GET /beers").of("x".repeat(5_000))));

        assertThat(ofTen.bytes()).isGreaterThan(5_000);
    }

    /** Many traces have a single span: what a trace takes beside its spans is then most of it. */
    @Test
    void countsATraceToo() {
        TraceStore ofOneTrace = new TraceStore(100, PLENTY);
        TraceStore ofMany = new TraceStore(100, PLENTY);

        for (int i = 1; i <= 50; i++) {
            ofOneTrace.add(offered(named("GET /beers").trace(1).id(i)));
            ofMany.add(offered(named("GET /beers").trace(i).id(1)));
        }

        assertThat(ofMany.bytes() - ofOneTrace.bytes()).isGreaterThan(49 * 300);
    }

    @Test
    void countsToTheByte_afterManyHaveLeft() {
        TraceStore ofOne = new TraceStore(1, PLENTY);
        ofOne.add(offered(named("GET /beers").trace(1)));
        long one = ofOne.bytes();

        IntStream.range(2, 100)
                .forEach(i -> ofOne.add(offered(named("GET /beers").trace(i))));

        assertThat(ofOne.bytes()).isEqualTo(one);
    }

    private void add(long trace, int spans) {
        for (int i = 1; i <= spans; i++) {
            SampleSpan span = named("n").trace(trace).id(i);
            ofTen.add(offered(span));
        }
    }

    // "3: 4" is trace 3 with 4 spans
    private List<String> sizes() {
        return ofTen.newest(100).stream()
                .map(trace ->
                        Long.parseLong(trace.id(), 16) + ": " + trace.spans().size())
                .toList();
    }
}
