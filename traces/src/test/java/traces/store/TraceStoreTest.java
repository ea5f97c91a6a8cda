package traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static traces.model.SampleSpan.hex;
import static traces.model.SampleSpan.named;
import static traces.store.Offered.offered;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import traces.model.SampleSpan;
import traces.model.Span;
import traces.model.Trace;

class TraceStoreTest {

    private final TraceStore store = new TraceStore(10, 1 << 20);

    @Test
    void givesBackWhatItWasGiven() {
        SampleSpan span =
                named("GET /beers").server().attribute("http.route", "/beers").failed("boom");

        store.add(offered(span));

        assertThat(find(1)).isEqualTo(SampleSpan.trace(span));
    }

    @ParameterizedTest
    @CsvSource({
        "url.path,    /favicon.ico,     0",
        "http.target, /favicon.ico,     0",
        "url.path,    /favicon.ico/old, 1",
        "url.query,   /favicon.ico,     1"
    })
    void keepsNoRequestForABrowsersIcon(String attribute, String value, int kept) {
        StoreResult result = store.add(offered(named("GET").server().attribute(attribute, value)));

        assertThat(store.traces()).isEqualTo(kept);
        assertThat(result.refused()).isZero();
    }

    @Test
    void keepsARequestForAnIcon_whereAnotherServiceMadeIt() {
        store.add(offered(
                named("GET").id(2).under(1).server().attribute("url.path", "/favicon.ico"),
                named("GET").id(1).attribute("url.path", "/favicon.ico")));

        assertThat(store.spans()).isEqualTo(2);
    }

    @Test
    void findsATrace_whateverTheCaseOfItsId() {
        store.add(offered(named("GET /beers").trace(0xABC)));

        assertThat(store.find(hex(0xABC, 16).toUpperCase())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "abc", "nonsense", "00000000000000000000000000000002", "ü"})
    void findsNothing_whenNoTraceHasThatId(String id) {
        store.add(offered(named("GET /beers")));

        assertThat(store.find(id)).isEmpty();
    }

    @Test
    void addsToATraceThatIsThere() {
        store.add(offered(named("child").id(2).under(1)));

        store.add(offered(named("GET /beers").id(1)));

        assertThat(find(1).spans()).extracting(Span::name).containsExactly("child", "GET /beers");
    }

    @Test
    void leavesASnapshotAlone_whenItsTraceGrows() {
        store.add(offered(named("child").id(2).under(1)));
        Trace before = find(1);

        store.add(offered(named("GET /beers").id(1)));

        assertThat(before.spans()).hasSize(1);
    }

    @Test
    void listsTheNewestFirst_byTheArrivalOfTheirFirstSpan() {
        store.add(offered(named("a").trace(1)));
        store.add(offered(named("b").trace(2)));
        store.add(offered(named("c").trace(3)));
        store.add(offered(named("a again").trace(1).id(2)));

        assertThat(store.newest(2)).extracting(Trace::id).containsExactly(hex(3, 16), hex(2, 16));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # trace id,                     span id,          why
            00000000000000000000000000000000, 0000000000000001, A trace id has 16 bytes that are not all zero; seen: 00000000000000000000000000000000
            '',                               0000000000000001, A trace id has 16 bytes that are not all zero; seen:
            0000000000000001,                 0000000000000001, A trace id has 16 bytes that are not all zero; seen: 0000000000000001
            00000000000000000000000000000001, 0000000000000000, A span id has 8 bytes that are not all zero; seen: 0000000000000000
            00000000000000000000000000000001, '',               A span id has 8 bytes that are not all zero; seen:
            00000000000000000000000000000001, 0100000000000000ff, A span id has 8 bytes that are not all zero; seen: 0100000000000000ff
            """)
    void refusesIdsThatNoTraceCouldHold(String traceId, String spanId, String why) {
        StoreResult added = store.add(
                List.of(Offered.withIds(traceId, spanId), offered(named("good")).get(0)));

        assertThat(added.kept() + " kept. " + added.why().orElseThrow().strip()).isEqualTo("1 kept. " + why);
    }

    private Trace find(long id) {
        return store.find(hex(id, 16)).orElseThrow();
    }
}
