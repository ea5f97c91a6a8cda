package coach.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoadGeneratorTest {

    /** As many guests as there are paths, twice over. */
    private static final Duration TIME = Duration.ofMillis(160);

    private static final double RATE = 100;
    private static final int GUESTS = 16;

    private final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final List<String> said = new ArrayList<>();
    private final CountDownLatch allHaveCome = new CountDownLatch(GUESTS);
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    /** Nobody is served before all are there: guests who waited for each other would never come. */
    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        allHaveCome.countDown();
        try {
            allHaveCome.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private boolean run() throws InterruptedException {
        return new LoadGenerator(
                        URI.create("http://localhost:" + server.getAddress().getPort()), RATE)
                .run(TIME, said::add);
    }

    @Test
    void sendsGuestsWhoDoNotWaitForEachOther() throws Exception {
        boolean answered = run();

        assertThat(answered).isTrue();
        assertThat(asked).hasSize(GUESTS).containsAll(LoadGenerator.PATHS);
        assertThat(said.get(said.size() - 1)).startsWith("16 sent, 16 answered, 0 failed; since the last line p50 ");
    }

    @Test
    void countsWhatFailed_andDoesNotTimeIt() throws Exception {
        status = 503;

        boolean answered = run();

        assertThat(answered).isFalse();
        assertThat(said).containsExactly("16 sent, 0 answered, 16 failed");
    }
}
