package coach.bar;

import coach.bar.environment.UserError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The open parts of a bar. Closes the last one first, also while another thread still opens more. */
final class ResourceStack implements AutoCloseable {

    private final Deque<AutoCloseable> all = new ArrayDeque<>();
    private final List<String> errors = new ArrayList<>();
    private boolean closed;

    /**
     * Opens a part and keeps it, in one step: otherwise a part could start while the others close, and stay open.
     *
     * @throws UserError when this is closed already
     */
    synchronized <T extends AutoCloseable> T keep(Supplier<T> opening) {
        if (closed) {
            throw new UserError("The bar was closed while it opened.");
        }
        T opened = opening.get();
        all.push(opened);
        return opened;
    }

    /** Returns a sentence for each that could not be closed. */
    synchronized List<String> closeErrors() {
        return List.copyOf(errors);
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!all.isEmpty()) {
            try {
                all.pop().close();
            } catch (Exception e) {
                // One part that does not stop must not keep the others running.
                errors.add("Could not stop a part of the bar: " + e.getMessage());
            }
        }
    }
}
