package coach.receive;

import coach.store.TraceStore;
import coach.trace.Printable;
import coach.trace.Span;
import coach.trace.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives a test class a receiver of its own, on a free port: {@code @RegisterExtension static final ReceivedTraces traces = new
 * ReceivedTraces();}
 *
 * <p>What one test has sent is still there for the next: wait for a trace by what is in it.
 */
public final class ReceivedTraces implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MANY = 10_000;
    private static final int SHOWN = 20;

    private final TraceStore store = new TraceStore();
    private TraceReceiver receiver;

    @Override
    public void beforeAll(ExtensionContext context) {
        receiver = TraceReceiver.open("localhost", 0, store, Optional.empty());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (receiver == null) {
            throw new IllegalStateException("the field with ReceivedTraces must be static: it serves a whole class");
        }
        receiver.failOnce(0);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        receiver.close();
    }

    /** Where exporters send to; they append {@code /v1/traces} themselves, or are given {@code endpoint() + "/v1/traces"}. */
    public String endpoint() {
        return "http://127.0.0.1:" + receiver.port();
    }

    public TraceStore store() {
        return store;
    }

    /** Refuses the next export of spans with that status; with {@code Retry-After} where it's one of those. */
    public void failOnce(int status) {
        receiver.failOnce(status);
    }

    /** The first trace that is as expected, once it is; fails with what has come instead when that takes too long. */
    public Trace await(Predicate<Trace> expected) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        for (long left = LONGEST.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            long seen = store.growths();
            Optional<Trace> found = store.newest(MANY).stream().filter(expected).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            store.awaitGrowth(seen, Duration.ofNanos(left));
        }
        throw new AssertionError("No trace came that was as expected within %s s, but these:%n%s"
                .formatted(LONGEST.toSeconds(), came(store.newest(SHOWN))));
    }

    /** The first trace that has a span of that name. */
    public Trace awaitSpan(String name) throws InterruptedException {
        return await(
                trace -> trace.spans().stream().anyMatch(span -> span.name().equals(name)));
    }

    private static String came(List<Trace> traces) {
        return traces.isEmpty()
                ? "  none at all"
                : traces.stream().map(ReceivedTraces::line).collect(Collectors.joining("\n"));
    }

    private static String line(Trace trace) {
        String names = trace.spans().stream().map(Span::name).limit(SHOWN).collect(Collectors.joining(", "));
        return "  %s  %s spans of %s: %s"
                .formatted(trace.id(), trace.spans().size(), trace.services(), Printable.of(names));
    }
}
