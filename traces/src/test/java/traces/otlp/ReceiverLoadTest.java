package traces.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import traces.model.SampleSpan;
import traces.model.Trace;
import traces.store.TraceStore;

/** Many senders at once, and more than can be decoded. */
@Timeout(120)
class ReceiverLoadTest {

    private static final int SENDERS = 16;
    private static final int EXPORTS = 25;
    private static final int SPANS = 20;
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final TraceStore store = new TraceStore();
    private final Semaphore room = new Semaphore(RequestBody.LIMIT, true);
    private final TraceReceiver receiver = TraceReceiver.open("localhost", 0, store, Optional.empty(), room, MOMENT);
    private final String url = "http://localhost:" + receiver.port() + "/v1/traces";

    @AfterEach
    void close() {
        receiver.close();
    }

    /** Each sender has a trace of its own, and a small receiver may ask it to come again. */
    @Test
    void keepsEachSpanOnce_whenSixteenSendAtTheSameTime() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Callable<Void>> all = new ArrayList<>();
        IntStream.rangeClosed(1, SENDERS)
                .forEach(sender -> all.add(() -> {
                    for (int export = 0; export < EXPORTS; export++) {
                        sendUntilTaken(export(sender, export));
                    }
                    return null;
                }));

        for (Future<Void> sender : senders.invokeAll(all)) {
            sender.get();
        }
        senders.shutdown();

        assertThat(store.traces()).isEqualTo(SENDERS);
        assertThat(store.newest(SENDERS))
                .allSatisfy(trace ->
                        assertThat(trace.spans()).hasSize(EXPORTS * SPANS).doesNotHaveDuplicates());
    }

    private void sendUntilTaken(Trace trace) throws Exception {
        int status;
        do {
            status = OtlpPost.to(url).body(trace.toOtlp().toByteArray()).send().statusCode();
        } while (status == 503);
        assertThat(status).isEqualTo(200);
    }

    private static Trace export(int sender, int export) {
        return SampleSpan.trace(IntStream.rangeClosed(1, SPANS)
                .mapToObj(span -> SampleSpan.named("span").trace(sender).id(export * SPANS + span))
                .toArray(SampleSpan[]::new));
    }

    @Test
    void asksToComeAgainInASecond_whenAllRoomIsTaken() throws Exception {
        room.acquire(RequestBody.LIMIT);

        HttpResponse<byte[]> answer =
                OtlpPost.to(url).body(export(1, 1).toOtlp().toByteArray()).send();

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(store.spans()).isZero();
    }

    @Test
    void givesItsRoomBack_whateverBecomesOfABody() throws Exception {
        OtlpPost.to(url).body(export(1, 1).toOtlp().toByteArray()).send();
        OtlpPost.to(url).body("broken").send();
        OtlpPost.to(url).header("Content-Encoding", "gzip").body("broken").send();
        OtlpPost.to(url).zipped(new byte[RequestBody.LIMIT + 1]).send();

        assertThat(room.availablePermits()).isEqualTo(RequestBody.LIMIT);
    }
}
