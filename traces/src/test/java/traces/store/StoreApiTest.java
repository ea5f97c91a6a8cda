package traces.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static traces.model.SampleSpan.hex;
import static traces.model.SampleSpan.named;
import static traces.store.Offered.offered;

import io.javalin.Javalin;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads a store by its API, as a command in another process does. */
class StoreApiTest {

    private final TraceStore store = new TraceStore();
    private final Javalin web = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                new StoreApi(store).addTo(config.routes);
            })
            .start("localhost", 0);
    private final URI page = URI.create("http://localhost:" + web.port());
    private final StoreClient client = new StoreClient(page);

    @AfterEach
    void close() {
        web.stop();
    }

    @ParameterizedTest
    @CsvSource({"last, 2", "last~1, 171", "000000000000000000000000000000AB, 171"})
    void findsATrace(String which, long trace) {
        store.add(offered(
                named("child").id(2).under(1).trace(171).attribute("k", "v"),
                named("GET /beers").trace(171).of("shop")));
        store.add(offered(named("GET /donuts").trace(2)));

        assertThat(client.find(which)).isEqualTo(store.find(hex(trace, 16)).orElseThrow());
    }

    @Test
    void listsTheNewestFirst() {
        store.add(offered(named("GET /beers").trace(1)));
        store.add(offered(named("GET /donuts").trace(2)));

        assertThat(client.newest(5))
                .extracting(listed -> listed.summary().rootName())
                .containsExactly("GET /donuts", "GET /beers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"last", "last~7", "abcd", "no-id"})
    void saysThatATraceIsNotFound(String which) {
        assertThatThrownBy(() -> client.find(which)).isInstanceOf(TraceNotFound.class);
    }

    @Test
    void saysThatTheStoreDoesNotAnswer() {
        web.stop();

        assertThatThrownBy(() -> client.newest(1))
                .isInstanceOf(StoreUnreachable.class)
                .hasMessage("The trace store at %s does not answer.", page);
    }

    /** A container reaches the store by a name that no browser knows. */
    @Test
    void saysThatTheStoreDoesNotAnswer_byTheAddressThatPeopleKnow() {
        web.stop();
        StoreClient inside = new StoreClient(page, URI.create("http://localhost:9490"));

        assertThatThrownBy(() -> inside.newest(1))
                .hasMessage("The trace store at http://localhost:9490 does not answer.");
    }
}
