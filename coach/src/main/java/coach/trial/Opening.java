package coach.trial;

import coach.workshop.CannotOpen;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A bar that opens beside what its owner does meanwhile; closing it ends an opening, too, for which nobody waits any more. */
public final class Opening implements AutoCloseable {

    private final Supplier<Running> making;
    private CompletableFuture<Running> open;
    private Running running;
    private boolean closed;

    /** @param making makes the bar, and does not open it yet */
    public Opening(Supplier<Running> making) {
        this.making = making;
    }

    /** Begins to open it, unless that has been done. */
    public synchronized CompletableFuture<Running> begin() {
        if (open == null) {
            open = CompletableFuture.supplyAsync(() -> keep(making.get()).open());
        }
        return open;
    }

    private synchronized Running keep(Running made) {
        if (closed) {
            throw new CannotOpen("The bar was closed before it opened.");
        }
        running = made;
        return made;
    }

    /**
     * Waits until it is open; begins, if nobody has.
     *
     * @throws CannotOpen when it does not come up
     */
    public Running join() {
        try {
            return begin().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public void close() {
        CompletableFuture<Running> begun = closeWhatThereIs();
        if (begun != null) {
            begun.exceptionally(e -> null).join();
        }
    }

    private synchronized CompletableFuture<Running> closeWhatThereIs() {
        closed = true;
        if (running != null) {
            running.close();
        }
        return open;
    }
}
