package traces.otlp;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import traces.otlp.ForwardQueue.Export;

/**
 * Sends on what the receiver got, unchanged, to another OTLP endpoint.
 *
 * <p>Nobody waits for it. While the endpoint is away, exports wait for it, up to a bound; it is tried again every second.
 */
public final class OtlpForwarder implements AutoCloseable {

    /** The setting with the URL of the endpoint. */
    public static final String URL = "FORWARD_OTLP_TO";

    /** The setting with the URL of an endpoint that may not be there at all: then nothing waits for it, and nothing is said. */
    public static final String IF_FOUND = "FORWARD_OTLP_IF_FOUND";

    /** The setting with the headers that it wants, such as an API key. */
    public static final String HEADERS = "FORWARD_OTLP_HEADERS";

    private static final long MAX_BYTES = 8L << 20;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final Duration AT_THE_END = Duration.ofSeconds(1);

    /** The answers after which OTLP wants to see the same request again. */
    private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);

    private final ForwardEndpoint endpoint;
    private final Duration betweenTries;
    private final Consumer<String> say;
    private final ForwardQueue waiting;
    private final Thread sender = new Thread(this::sendAll, "forwarding");
    private final Set<String> refused = new HashSet<>();
    private final boolean mayBeAbsent;
    private boolean away;

    /** @param say hears, in a line, when the endpoint goes away, is back, or refuses something for the first time */
    OtlpForwarder(ForwardEndpoint endpoint, long maxBytes, Duration betweenTries, Consumer<String> say) {
        this(endpoint, false, maxBytes, betweenTries, say);
    }

    private OtlpForwarder(
            ForwardEndpoint endpoint, boolean mayBeAbsent, long maxBytes, Duration betweenTries, Consumer<String> say) {
        this.endpoint = endpoint;
        this.mayBeAbsent = mayBeAbsent;
        this.betweenTries = betweenTries;
        this.say = say;
        this.waiting = new ForwardQueue(maxBytes);
        sender.setDaemon(true);
        sender.start();
    }

    /**
     * To where the environment says; none where it says nothing.
     *
     * @throws InvalidForwarding when that isn't understood
     */
    public static Optional<OtlpForwarder> from(Map<String, String> env, Consumer<String> say) {
        boolean mayBeAbsent = env.getOrDefault(URL, "").isBlank();
        return Optional.ofNullable(env.get(mayBeAbsent ? IF_FOUND : URL))
                .filter(url -> !url.isBlank())
                .map(url -> new OtlpForwarder(
                        ForwardEndpoint.at(url, env.getOrDefault(HEADERS, "")),
                        mayBeAbsent,
                        MAX_BYTES,
                        BETWEEN_TRIES,
                        say));
    }

    boolean goesTo(int localPort) {
        return endpoint.isLocal(localPort);
    }

    void forward(String path, String contentType, RequestBody body) {
        waiting.add(new Export(path, contentType, body));
    }

    private void sendAll() {
        try {
            for (Optional<Export> next = waiting.next(); next.isPresent(); next = waiting.next()) {
                send(next.get());
            }
        } catch (InterruptedException e) {
            // Closed, and its time is over.
        }
    }

    private void send(Export export) throws InterruptedException {
        while (!isTaken(export)) {
            if (!waiting.pause(betweenTries)) {
                return;
            }
        }
    }

    /** Taken, or refused for good: another try would change nothing. */
    private boolean isTaken(Export export) throws InterruptedException {
        try {
            int status = endpoint.send(export);
            if (LATER.contains(status)) {
                return isAway("it answers " + status);
            }
            isBack();
            if (status / 100 != 2 && refused.add(export.path() + status)) {
                say.accept("%s%s answers %s to what is forwarded; such exports are dropped."
                        .formatted(endpoint, export.path(), status));
            }
            return true;
        } catch (IOException e) {
            if (mayBeAbsent && !endpoint.hasAddress()) {
                return true;
            }
            return isAway(e.getMessage() == null ? "no connection" : e.getMessage());
        }
    }

    private boolean isAway(String why) {
        if (!away) {
            away = true;
            say.accept("Nothing can be forwarded to %s just now (%s); the newest traces wait for it."
                    .formatted(endpoint, why));
        }
        return false;
    }

    private void isBack() {
        if (away) {
            away = false;
            say.accept("Forwarding to %s works again; %s.".formatted(endpoint, lost(waiting.dropped())));
        }
    }

    private static String lost(int exports) {
        return switch (exports) {
            case 0 -> "nothing was lost";
            case 1 -> "1 export was dropped meanwhile";
            default -> exports + " exports were dropped meanwhile";
        };
    }

    /** Sends what still waits, if that goes quickly. */
    @Override
    public void close() {
        waiting.close();
        try {
            sender.join(AT_THE_END.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        sender.interrupt();
    }
}
