package traces.otlp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** Bodies that arrive byte by byte, as from a sender whose network or processor is full. */
@Timeout(120)
class SlowBodiesTest {

    private static final int SLOW = 200;
    private static final int ROUNDS = 100;

    private final TraceStore store = new TraceStore();
    private final TraceReceiver receiver = TraceReceiver.open("localhost", 0, store, Optional.empty());
    private final List<Socket> slow = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Socket socket : slow) {
            socket.close();
        }
        receiver.close();
    }

    /** Each slow body gets another byte in each round, so that none of them is idle; no round is its last. */
    @ParameterizedTest
    @CsvSource({"Content-Length: 1000, 'x'", "Content-Length: 99999999, 'x'", "Transfer-Encoding: chunked, '1\r\nx\r\n'"
    })
    void delayNoOther_howeverManyThereAre(String header, String piece) throws Exception {
        openSlow(header);
        Trace sent = SampleSpan.trace(SampleSpan.named("GET /beers"));
        CompletableFuture<Integer> good = CompletableFuture.supplyAsync(() -> status(sent));

        for (int round = 0; round < ROUNDS && !isDone(good); round++) {
            for (Socket socket : slow) {
                socket.getOutputStream().write(piece.getBytes(US_ASCII));
            }
        }

        assertThat(good).isCompletedWithValue(200);
        assertThat(store.find(sent.id())).contains(sent);
        assertThat(slow).allMatch(SlowBodiesTest::isUnanswered);
    }

    /** Whole after all: being slow is no fault. */
    @Test
    void areTaken_onceTheyAreWhole() throws Exception {
        byte[] body = SampleSpan.trace(SampleSpan.named("slow")).toOtlp().toByteArray();
        openSlow("Content-Length: " + body.length);
        Socket one = slow.get(SLOW / 2);

        for (byte letter : body) {
            one.getOutputStream().write(letter);
        }

        assertThat(new String(one.getInputStream().readNBytes(15), US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        assertThat(store.spans()).isOne();
    }

    private void openSlow(String header) throws IOException {
        for (int i = 0; i < SLOW; i++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
            slow.add(socket);
            socket.getOutputStream()
                    .write(("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
                                    + header + "\r\n\r\n")
                            .getBytes(US_ASCII));
        }
    }

    private static boolean isDone(CompletableFuture<Integer> good) throws ExecutionException, InterruptedException {
        try {
            good.get(200, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private int status(Trace sent) {
        try {
            return OtlpPost.to("http://localhost:" + receiver.port() + "/v1/traces")
                    .body(sent.toOtlp().toByteArray())
                    .send()
                    .statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isUnanswered(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            return in.available() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
