package coach.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BarStateClientTest {

    private final List<String> said = new CopyOnWriteArrayList<>();
    private HttpServer page;

    @BeforeEach
    void open() throws IOException {
        page = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        page.start();
    }

    @AfterEach
    void close() {
        page.stop(0);
    }

    @Test
    void readsWhetherTheServicesAreTraced() throws Exception {
        page.createContext(BarStateApi.PATH, exchange -> answer(exchange, 200, "{\"traced\":false,\"problem\":\"\"}"));

        assertThat(await()).hasValue(new BarState(false, ""));
        assertThat(said).isEmpty();
    }

    @Test
    void saysWhyWhatWasSavedDoesNotRun() throws Exception {
        page.createContext(
                BarStateApi.PATH,
                exchange -> answer(exchange, 200, "{\"traced\":true,\"problem\":\"It does not compile.\"}"));

        await();

        assertThat(said).containsExactly("It does not compile.");
    }

    /** The page of a bar in containers knows no state. */
    @Test
    void goesOn_whenThePageDoesNotSay() throws Exception {
        assertThat(await()).isEmpty();
    }

    @Test
    void goesOn_whenNothingAnswers() throws Exception {
        page.stop(0);

        assertThat(await()).isEmpty();
    }

    @Test
    void saysThatItWaits_whileARestartIsUnderWay() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        page.createContext(BarStateApi.PATH, exchange -> {
            awaitUninterrupted(waiting);
            answer(exchange, 200, "{\"traced\":true,\"problem\":\"\"}");
        });

        new BarStateClient(address(), sentence -> {
                    said.add(sentence);
                    waiting.countDown();
                })
                .await();

        assertThat(said).containsExactly("Waiting for the bar, which is starting what you have saved.");
    }

    private Optional<BarState> await() throws InterruptedException {
        return new BarStateClient(address(), said::add).await();
    }

    private URI address() {
        return URI.create("http://localhost:" + page.getAddress().getPort());
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
