package traces.otlp;

import io.javalin.http.Context;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import traces.store.StoreResult;
import traces.store.TraceStore;

/** Handles exports: spans go to the store, metrics and logs are dropped. */
final class ExportHandler {

    private static final int NONE = 0;
    private static final int MOST_LOGGED = 50;

    private final TraceStore store;
    private final Optional<OtlpForwarder> forwarding;
    private final Semaphore room;
    private final Duration patience;
    private final Consumer<String> log;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger nextFailure = new AtomicInteger(NONE);

    /**
     * @param room the bytes that may be decoded at the same time; fair, or large bodies would never find any
     * @param patience how long a body waits for room
     * @param log takes a line about each kind of export that is not kept as a whole
     */
    ExportHandler(
            TraceStore store,
            Optional<OtlpForwarder> forwarding,
            Semaphore room,
            Duration patience,
            Consumer<String> log) {
        this.store = store;
        this.forwarding = forwarding;
        this.room = room;
        this.patience = patience;
        this.log = log;
    }

    /** Refuses the next export of spans with that status, as a busy receiver would. */
    void failOnce(int status) {
        nextFailure.set(status);
    }

    void spans(Context ctx) throws Exception {
        RequestBody body = RequestBody.of(ctx);
        OtlpEncoding encoding = encoding(ctx);
        int failure = nextFailure.getAndSet(NONE);
        if (failure != NONE) {
            throw HttpRefusal.because(failure, "This receiver was told to fail once.");
        }
        List<String> foreign = new ArrayList<>();
        StoreResult added = store(encoding, body, foreign::add);
        forward(ctx, body);
        answer(ctx, encoding, response(added, foreign));
    }

    private StoreResult store(OtlpEncoding encoding, RequestBody body, Consumer<String> foreign)
            throws IOException, HttpRefusal, InterruptedException {
        int bytes = body.atMost();
        if (!room.tryAcquire(bytes, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw HttpRefusal.because(503, "Too many exports at once; send this one again.");
        }
        try {
            ExportTraceServiceRequest request = encoding.spans(body.plain(), foreign);
            return store.add(request.getResourceSpansList());
        } catch (InvalidOtlp e) {
            throw HttpRefusal.because(e);
        } finally {
            room.release(bytes);
        }
    }

    private ExportTraceServiceResponse response(StoreResult added, List<String> foreign) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        Optional<String> why =
                added.refused() > 0 ? added.why() : foreign.stream().findFirst();
        if (added.refused() > 0 || why.isPresent()) {
            response.getPartialSuccessBuilder()
                    .setRejectedSpans(added.refused())
                    .setErrorMessage(why.orElse(""));
            why.ifPresent(this::log);
        }
        return response.build();
    }

    /** Each sentence once: a client goes on sending what is not understood. */
    private void log(String sentence) {
        if (logged.size() < MOST_LOGGED && logged.add(sentence)) {
            log.accept("An export was not kept as a whole. " + sentence);
        }
    }

    /** Accepts metrics and logs, so that no agent complains, and drops them. */
    void others(Context ctx) throws Exception {
        RequestBody body = RequestBody.of(ctx);
        OtlpEncoding encoding = encoding(ctx);
        forward(ctx, body);
        // The answers to all signals are the same while they are empty.
        answer(ctx, encoding, ExportTraceServiceResponse.getDefaultInstance());
    }

    private static OtlpEncoding encoding(Context ctx) throws HttpRefusal {
        return OtlpEncoding.of(ctx.contentType())
                .orElseThrow(() -> HttpRefusal.because(
                        415,
                        "Content-Type should be application/x-protobuf or application/json; seen: "
                                + (ctx.contentType() == null ? "none" : ctx.contentType())));
    }

    private void forward(Context ctx, RequestBody body) {
        forwarding.ifPresent(onwards -> onwards.forward(ctx.path(), ctx.contentType(), body));
    }

    private static void answer(Context ctx, OtlpEncoding encoding, ExportTraceServiceResponse response) {
        ctx.contentType(encoding.contentType()).result(encoding.written(response));
    }
}
