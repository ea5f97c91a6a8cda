package test;

import coach.course.check.ServiceReply;
import coach.course.check.TestBar;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks for something quick while something slow is being worked out: whoever keeps times in one place mixes them up. */
final class AnotherGuest {

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private AnotherGuest() {}

    /** @param flights how many answers of its database are on their way to the app, or have come, when the other guest asks */
    static Heard after(int flights, TestBar bar, String otherPath, Supplier<Heard> slow) {
        long arrived = flights(bar) + flights;
        CompletableFuture<ServiceReply> other = CompletableFuture.supplyAsync(() -> {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (flights(bar) < arrived && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            return bar.get(otherPath);
        });
        try {
            return slow.get();
        } finally {
            other.join();
        }
    }

    private static long flights(TestBar bar) {
        return bar.bar().wires().appToDatabase().traffic().flights();
    }
}
