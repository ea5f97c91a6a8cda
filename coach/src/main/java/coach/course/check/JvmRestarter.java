package coach.course.check;

import coach.bar.ServiceProgram;
import coach.course.latency.MeasuredSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Restarts the JVMs that a measurement sends requests to, and warms them up. */
final class JvmRestarter {

    /** After this time a JVM is nearly as quick as it gets; a number of requests would be minutes for a slow side. */
    private static final Duration WARM_UP = Duration.ofMillis(1_500);

    private final TestBar after;
    private final Supplier<TestBar> before;
    private final List<MeasuredSide> sides;

    /** @param before is opened only where a side asks it */
    JvmRestarter(TestBar after, Supplier<TestBar> before, MeasuredSide... sides) {
        this.after = after;
        this.before = before;
        this.sides = List.of(sides);
    }

    /** Restarts all JVMs at once, as each spends most of the time waiting. */
    void startAfresh() {
        List<CompletableFuture<Void>> restarts = new ArrayList<>();
        for (TestBar bar : bars()) {
            if (isAsked(bar.scores())) {
                restarts.add(CompletableFuture.runAsync(() -> bar.restart(ServiceProgram.SCORES)));
            }
            if (isAsked(bar.app())) {
                restarts.add(CompletableFuture.runAsync(() -> bar.restart(ServiceProgram.APP)));
            }
        }
        restarts.forEach(CompletableFuture::join);
        warmUp();
    }

    private List<TestBar> bars() {
        boolean afterAlone = sides.stream().allMatch(side -> asks(side, after.app()) || asks(side, after.scores()));
        return afterAlone ? List.of(after) : List.of(before.get(), after);
    }

    private boolean isAsked(ServiceClient service) {
        return sides.stream().anyMatch(side -> asks(side, service));
    }

    private static boolean asks(MeasuredSide side, ServiceClient service) {
        return side instanceof RepeatedRequest asking && asking.client().equals(service);
    }

    /** Sends requests to both sides at once, without timing them. */
    void warmUp() {
        Stream<CompletableFuture<Void>> warming =
                sides.stream().map(side -> CompletableFuture.runAsync(() -> warmUp(side)));
        warming.toList().forEach(CompletableFuture::join);
    }

    private static void warmUp(MeasuredSide side) {
        long start = System.nanoTime();
        try {
            while (System.nanoTime() - start < WARM_UP.toNanos()) {
                side.request();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while warming up", e);
        }
    }
}
