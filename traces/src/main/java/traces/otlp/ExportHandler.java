package traces.otlp;

import io.javalin.http.Context;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import traces.store.StoreResult;
import traces.store.TraceStore;

/** Handles exports: spans go to the store, metrics and logs are dropped. */
final class ExportHandler {

    private static final int NONE = 0;

    private final TraceStore store;
    private final Optional<OtlpForwarder> forwarding;
    private final Semaphore room;
    private final Duration patience;
    private final AtomicInteger nextFailure = new AtomicInteger(NONE);

    /**
     * @param room the bytes that may be decoded at the same time; fair, or large bodies would never find any
     * @param patience how long a body waits for room
     */
    ExportHandler(TraceStore store, Optional<OtlpForwarder> forwarding, Semaphore room, Duration patience) {
        this.store = store;
        this.forwarding = forwarding;
        this.room = room;
        this.patience = patience;
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
        StoreResult added = store(encoding, body);
        forward(ctx, body);
        answer(ctx, encoding, response(added));
    }

    private StoreResult store(OtlpEncoding encoding, RequestBody body)
            throws IOException, HttpRefusal, InterruptedException {
        int bytes = body.atMost();
        if (!room.tryAcquire(bytes, patience.toNanos(), TimeUnit.NANOSECONDS)) {
            throw HttpRefusal.because(503, "Too many exports at once; send this one again.");
        }
        try {
            ExportTraceServiceRequest request = encoding.spans(body.plain());
            return store.add(request.getResourceSpansList());
        } catch (InvalidOtlp e) {
            throw HttpRefusal.because(e);
        } finally {
            room.release(bytes);
        }
    }

    private static ExportTraceServiceResponse response(StoreResult added) {
        ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
        if (added.refused() > 0) {
            response.getPartialSuccessBuilder()
                    .setRejectedSpans(added.refused())
                    .setErrorMessage(added.why().orElse(""));
        }
        return response.build();
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
