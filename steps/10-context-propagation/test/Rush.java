package test;

import static org.assertj.core.api.Assertions.assertThat;

import coach.bar.wire.Wire;
import coach.course.check.InconclusiveMeasurement;
import coach.course.check.ServiceClient;
import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import traces.model.TraceTree;

/** A hundred guests at once, each with a trace of their own. */
final class Rush {

    private static final int GUESTS = 100;
    private static final int TRIES = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestBar bar;
    private final String path;
    private final Map<String, String> beers = new ConcurrentHashMap<>();

    /** @param path to which the name of a beer is added */
    Rush(TestBar bar, String path) {
        this.bar = bar;
        this.path = path;
    }

    /** By trace id, the beer that was asked for. */
    Map<String, String> beers() {
        return beers;
    }

    /** All ask, for these beers in turn, and nobody finds an answer in Redis: each request has to cross to the score service. */
    void run(List<String> names) {
        Wire cache = bar.bar().wires().appToRedis();
        cache.cut();
        ExecutorService guests = Executors.newFixedThreadPool(GUESTS);
        try {
            List<CompletableFuture<Void>> asked = IntStream.range(0, GUESTS)
                    .mapToObj(guest -> names.get(guest % names.size()))
                    .map(beer -> CompletableFuture.runAsync(() -> ask(beer), guests))
                    .toList();
            asked.forEach(Rush::join);
        } finally {
            guests.shutdown();
            cache.repair();
        }
        Border.await(bar.bar().traces(), List.copyOf(beers.keySet()), PATIENCE);
    }

    private static void join(CompletableFuture<Void> guest) {
        try {
            guest.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw e;
        }
    }

    /** A crowd makes the score service miss its second; who is sent away comes again, as a guest with another trace. */
    private void ask(String beer) {
        for (int tries = 0; tries < TRIES; tries++) {
            String traceId = ServiceClient.newTraceId();
            if (status(beer, traceId) == 200) {
                beers.put(traceId, beer);
                return;
            }
        }
        throw new InconclusiveMeasurement("""
                Of a hundred guests at once one got a 503 or no connection for GET %s%s, %d times in a row.
                This machine is too busy just now for a hundred guests.""".formatted(path, beer, TRIES));
    }

    /** 200 or 503; a crowd of which one cannot connect is as good as sent away. */
    private int status(String beer, String traceId) {
        try {
            ServiceReply reply = bar.app().getTraced(path + beer, traceId);
            assertThat(reply.status())
                    .withFailMessage(() -> "Of a hundred guests at once one got %d for GET %s%s: %s"
                            .formatted(reply.status(), path, beer, reply.body()))
                    .isIn(200, 503);
            return reply.status();
        } catch (AssertionError e) {
            if (e.getCause() instanceof ConnectException) {
                return 503;
            }
            throw e;
        }
    }

    Optional<TraceTree> tree(String traceId) {
        return bar.bar().traces().find(traceId).map(TraceTree::of);
    }
}
