package coach.bar;

import coach.bar.environment.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** What has been opened so far; closing it closes the last one first, also while more is being opened. */
final class ResourceStack implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();
    private final List<String> troubles = new ArrayList<>();
    private boolean closed;

    /**
     * Opens something and keeps it, in one step: else it could start while the rest closes, and nobody would stop it.
     *
     * @throws UserError when all is closed already
     */
    synchronized <T extends AutoCloseable> T keep(Supplier<T> opening) {
        if (closed) {
            throw new UserError("The bar was closed while it opened.");
        }
        T opened = opening.get();
        all.push(opened);
        return opened;
    }

    /** What could not be closed, a sentence each; empty when all is well. */
    synchronized List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!all.isEmpty()) {
            try {
                all.pop().close();
            } catch (Exception e) {
                // One part that does not stop must not keep the others running.
                troubles.add("Could not stop a part of the bar: " + e.getMessage());
            }
        }
    }
}
