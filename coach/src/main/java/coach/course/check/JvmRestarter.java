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

/** Puts new JVMs in the place of those that a measurement asks, and lets them run warm. */
final class JvmRestarter {

    /** By then a JVM is nearly as quick as it gets; in requests it would be few of a slow side, or minutes. */
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

    /** All at once: each waits for its JVM most of the time. */
    void startAfresh() {
        List<CompletableFuture<Void>> restarts = new ArrayList<>();
        for (TestBar running : runnings()) {
            if (isAsked(running.scores())) {
                restarts.add(CompletableFuture.runAsync(() -> running.restart(ServiceProgram.SCORES)));
            }
            if (isAsked(running.app())) {
                restarts.add(CompletableFuture.runAsync(() -> running.restart(ServiceProgram.APP)));
            }
        }
        restarts.forEach(CompletableFuture::join);
        warmUp();
    }

    private List<TestBar> runnings() {
        boolean afterAlone = sides.stream().allMatch(side -> asks(side, after.app()) || asks(side, after.scores()));
        return afterAlone ? List.of(after) : List.of(before.get(), after);
    }

    private boolean isAsked(ServiceClient service) {
        return sides.stream().anyMatch(side -> asks(side, service));
    }

    private static boolean asks(MeasuredSide side, ServiceClient service) {
        return side instanceof RepeatedRequest asking && asking.client().equals(service);
    }

    /** Both sides at once; what they answer is not timed. */
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
