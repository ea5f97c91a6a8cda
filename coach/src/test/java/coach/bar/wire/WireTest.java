package coach.bar.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class WireTest {

    private static final Duration NO_DELAY = Duration.ZERO;

    private Backend backend = new Backend(Backend.ECHO);
    private Wire wire = Wire.to("test", backend.address(), NO_DELAY);

    @AfterEach
    void close() throws IOException {
        wire.close();
        backend.close();
    }

    @Test
    void keepsTheOrderOfBytes_whenMoreCrossThanItHoldsAtOnce() throws Exception {
        byte[] sent = new byte[20_000_000];
        new Random(7).nextBytes(sent);

        byte[] received;
        try (Socket client = connect()) {
            Relay.thread("sender", () -> sendAll(client, sent));
            received = client.getInputStream().readAllBytes();
        }

        assertThat(received).isEqualTo(sent);
    }

    @Test
    void passesAHalfCloseOn_whenTheBackendAnswersOnlyAfterIt() throws Exception {
        use(caller -> {
            byte[] question = caller.getInputStream().readAllBytes();
            caller.getOutputStream().write(("heard " + new String(question, UTF_8)).getBytes(UTF_8));
        });

        try (Socket client = connect()) {
            client.getOutputStream().write("all of it".getBytes(UTF_8));
            client.shutdownOutput();

            assertThat(new String(client.getInputStream().readAllBytes(), UTF_8))
                    .isEqualTo("heard all of it");
        }
    }

    @Test
    void passesRequests_afterTheBackendHasEndedItsHalf() throws Exception {
        StringBuffer heard = new StringBuffer();
        use(caller -> {
            caller.getOutputStream().write('x');
            caller.shutdownOutput();
            heard.append(new String(caller.getInputStream().readAllBytes(), UTF_8))
                    .append(" and the end");
        });

        try (Socket client = connect()) {
            assertThat(client.getInputStream().readAllBytes()).containsExactly('x');
            client.getOutputStream().write("more".getBytes(UTF_8));
            client.shutdownOutput();
            while (!heard.toString().equals("more and the end")) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void addsARoundTripToEveryReply() throws Exception {
        wire.roundTrip(Duration.ofMillis(20));

        try (Socket client = connect()) {
            for (int i = 0; i < 10; i++) {
                assertThat(echoed(client)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
            }
        }
    }

    @Test
    void addsOneRoundTripOnly_whenAReplyComesInManyChunks() throws Exception {
        int chunks = 50;
        Duration added = Duration.ofMillis(100);
        use(caller -> {
            caller.getInputStream().read();
            for (int i = 0; i < chunks; i++) {
                caller.getOutputStream().write(new byte[1000]);
            }
        });
        wire.roundTrip(added);

        try (Socket client = connect()) {
            long start = System.nanoTime();
            client.getOutputStream().write(1);
            byte[] reply = client.getInputStream().readNBytes(chunks * 1000);
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(reply).hasSize(chunks * 1000);
            // Fifty times it would be five seconds: the bound lies far from both.
            assertThat(took).isBetween(added, added.multipliedBy(chunks / 2));
        }
    }

    @Test
    void countsFlightsAndBytes() throws Exception {
        try (Socket client = connect()) {
            for (int i = 0; i < 7; i++) {
                echoed(client);
            }
        }

        assertThat(wire.traffic().flights()).isEqualTo(7);
        assertThat(wire.traffic().bytesToBackend()).isEqualTo(7);
        assertThat(wire.traffic().bytesToClient()).isEqualTo(7);
        assertThat(wire.traffic().connections()).isEqualTo(1);
    }

    @Test
    void keepsConnectionsApart_whenTwoHundredTalkAtOnce() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(200);
        List<Callable<String>> talks = IntStream.range(0, 200)
                .mapToObj(number -> (Callable<String>) () -> talk("client " + number))
                .toList();

        List<Future<String>> answers = clients.invokeAll(talks);

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("client " + i);
        }
        clients.shutdown();
    }

    @Test
    void endsItsConnections_whenItIsCut() throws Exception {
        try (Socket client = connect()) {
            echoed(client);

            wire.cut();

            assertThat(endOf(client)).isTrue();
            try (Socket late = connect()) {
                assertThat(endOf(late)).isTrue();
            }
        }
    }

    @Test
    void relaysAgain_whenItIsRepaired() throws Exception {
        wire.cut();

        wire.repair();

        assertThat(talk("hello again")).isEqualTo("hello again");
    }

    @Test
    void releasesAWaitingClient_whenItIsCutWhileAReplyIsOnItsWay() throws Exception {
        wire.roundTrip(Duration.ofHours(1));
        try (Socket client = connect()) {
            client.getOutputStream().write(1);
            while (wire.traffic().flights() == 0) {
                Thread.onSpinWait();
            }

            wire.cut();

            assertThat(endOf(client)).isTrue();
        }
    }

    @Test
    void endsTheConnection_whenTheBackendIsAway() throws Exception {
        backend.close();

        try (Socket client = connect()) {
            assertThat(endOf(client)).isTrue();
        }
    }

    @Test
    void refusesANegativeRoundTrip() {
        assertThatThrownBy(() -> wire.roundTrip(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("round trip must not be negative, was PT-0.001S");
    }

    @Test
    void isMeasuredOverAWire() {
        assertThat(RoundTrip.measure(Duration.ofMillis(5))).isGreaterThanOrEqualTo(Duration.ofMillis(5));
    }

    private void use(Backend.Conversation conversation) throws IOException {
        close();
        backend = new Backend(conversation);
        wire = Wire.to("test", backend.address(), NO_DELAY);
    }

    private Socket connect() throws IOException {
        Socket client = new Socket();
        client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), wire.port()));
        client.setTcpNoDelay(true);
        return client;
    }

    private String talk(String words) throws IOException {
        try (Socket client = connect()) {
            client.getOutputStream().write(words.getBytes(UTF_8));
            client.shutdownOutput();
            return new String(client.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static Duration echoed(Socket client) throws IOException {
        long start = System.nanoTime();
        client.getOutputStream().write(42);
        assertThat(client.getInputStream().read()).isEqualTo(42);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Returns whether the connection has ended, with a clean end or with a reset, which depends on the system. */
    private static boolean endOf(Socket client) {
        try {
            return client.getInputStream().read() < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private static void sendAll(Socket client, byte[] bytes) {
        try {
            client.getOutputStream().write(bytes);
            client.shutdownOutput();
        } catch (IOException e) {
            // The reader sees that bytes are missing.
        }
    }
}
