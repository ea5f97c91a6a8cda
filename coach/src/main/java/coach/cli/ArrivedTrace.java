package coach.cli;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import traces.model.TraceError;
import traces.store.StoredTraces;

/** A trace that shows by its arrival that services are traced, where their bar does not say so. */
record ArrivedTrace(StoredTraces traces, String id) {

    private static final long BETWEEN_LOOKS_MILLIS = 50;

    /** Waits until a span of the trace has arrived. @return whether one has */
    boolean await(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!isThere()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
        }
        return true;
    }

    private boolean isThere() {
        try {
            traces.find(id);
            return true;
        } catch (TraceError e) {
            return false;
        }
    }
}
