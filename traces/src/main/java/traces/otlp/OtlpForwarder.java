package traces.otlp;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import traces.otlp.ForwardEndpoint.Export;

/**
 * Sends on what the receiver got, unchanged, to another OTLP endpoint.
 *
 * <p>It sends from a thread of its own. While the endpoint is away, it tries again every second, and the newest exports
 * wait.
 */
public final class OtlpForwarder implements AutoCloseable {

    private static final long MAX_BYTES = 8L << 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    /** The statuses after which OTLP wants the same request to be sent again. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private static final Export END = new Export("", "", new RequestBody(new byte[0], false));

    private final ForwardEndpoint endpoint;
    private final long maxBytes;
    private final Duration betweenTries;
    private final Consumer<String> log;
    private final BlockingQueue<Export> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicInteger dropped = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread sender = new Thread(this::sendAll, "forwarding");
    private final Set<String> refused = new HashSet<>();

    private boolean away;

    /**
     * @param maxBytes the bytes that wait at most, bodies and a little more for each export; when it is exceeded, the
     *     oldest are dropped
     * @param log takes a line when the endpoint goes away, is back, or refuses something for the first time
     */
    OtlpForwarder(ForwardEndpoint endpoint, long maxBytes, Duration betweenTries, Consumer<String> log) {
        this.endpoint = endpoint;
        this.maxBytes = maxBytes;
        this.betweenTries = betweenTries;
        this.log = log;
        sender.setDaemon(true);
        sender.start();
    }

    /**
     * Opens a forwarder to the endpoint that the environment names; none where it names none.
     *
     * @throws InvalidForwarding when that isn't understood
     */
    public static Optional<OtlpForwarder> from(Map<String, String> env, Consumer<String> log) {
        return ForwardEndpoint.from(env).map(endpoint -> new OtlpForwarder(endpoint, MAX_BYTES, BETWEEN_TRIES, log));
    }

    boolean goesTo(int localPort) {
        return endpoint.isLocal(localPort);
    }

    synchronized void forward(String path, String contentType, RequestBody body) {
        if (closed.getCount() == 0) {
            return;
        }
        Export export = new Export(path, contentType, body);
        queuedBytes.addAndGet(export.bytes());
        queue.add(export);
        while (queuedBytes.get() > maxBytes) {
            Export oldest = queue.poll();
            if (oldest == null) {
                // The sender has just taken it, and is about to count it.
                return;
            }
            queuedBytes.addAndGet(-oldest.bytes());
            dropped.incrementAndGet();
        }
    }

    private void sendAll() {
        try {
            for (Export next = queue.take(); next != END; next = queue.take()) {
                queuedBytes.addAndGet(-next.bytes());
                send(next);
            }
        } catch (InterruptedException e) {
            // Closed, and its time is over.
        }
    }

    private void send(Export export) throws InterruptedException {
        while (!isTaken(export)) {
            if (closed.await(betweenTries.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        }
    }

    /** Sends it; returns whether it is taken, or refused for good, so that another try would change nothing. */
    private boolean isTaken(Export export) throws InterruptedException {
        try {
            int status = endpoint.send(export);
            if (LATER.contains(status)) {
                return isAway("it answers " + status);
            }
            isBack();
            if (status / 100 != 2 && refused.add(export.path() + status)) {
                log.accept("%s%s answers %s to what is forwarded; such exports are dropped."
                        .formatted(endpoint, export.path(), status));
            }
            return true;
        } catch (IOException e) {
            return endpoint.isAbsent() || isAway(e.getMessage() == null ? "no connection" : e.getMessage());
        }
    }

    private boolean isAway(String why) {
        if (!away) {
            away = true;
            log.accept("Nothing can be forwarded to %s just now (%s); the newest traces wait for it."
                    .formatted(endpoint, why));
        }
        return false;
    }

    private void isBack() {
        if (away) {
            away = false;
            log.accept("Forwarding to %s works again; %s.".formatted(endpoint, lost(dropped.getAndSet(0))));
        }
    }

    private static String lost(int exports) {
        return switch (exports) {
            case 0 -> "nothing was lost";
            case 1 -> "1 export was dropped meanwhile";
            default -> exports + " exports were dropped meanwhile";
        };
    }

    /** Sends the exports that still wait, if that goes quickly. */
    @Override
    public void close() {
        synchronized (this) {
            closed.countDown();
            queue.add(END);
        }
        try {
            sender.join(AT_THE_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.interrupt();
    }
}
