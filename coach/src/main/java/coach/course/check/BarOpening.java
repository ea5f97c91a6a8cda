package coach.course.check;

import coach.bar.environment.UserError;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Opens a bar in the background; closing it also stops a bar that is still opening. */
public final class BarOpening implements AutoCloseable {

    private final Supplier<TestBar> making;
    private CompletableFuture<TestBar> open;
    private TestBar running;
    private boolean closed;

    /** @param making makes the bar, and does not open it yet */
    public BarOpening(Supplier<TestBar> making) {
        this.making = making;
    }

    /** Begins to open the bar, unless it has begun already. */
    public synchronized CompletableFuture<TestBar> begin() {
        if (open == null) {
            open = CompletableFuture.supplyAsync(() -> keep(making.get()).open());
        }
        return open;
    }

    private synchronized TestBar keep(TestBar made) {
        if (closed) {
            throw new UserError("The bar was closed before it opened.");
        }
        running = made;
        return made;
    }

    /**
     * Waits until the bar is open; begins to open it if necessary.
     *
     * @throws UserError when it does not come up
     */
    public TestBar join() {
        try {
            return begin().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        CompletableFuture<TestBar> begun = closeWhatThereIs();
        if (begun != null) {
            begun.exceptionally(e -> null).join();
        }
    }

    private synchronized CompletableFuture<TestBar> closeWhatThereIs() {
        closed = true;
        if (running != null) {
            running.close();
        }
        return open;
    }
}
