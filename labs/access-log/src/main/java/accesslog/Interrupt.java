package accesslog;

import accesslog.input.LogReader;
import java.util.concurrent.CountDownLatch;

/** Stops reading at Ctrl-C, and holds the end of the process back until what was read is reported. */
final class Interrupt implements AutoCloseable {

    private final CountDownLatch reported = new CountDownLatch(1);
    private final Thread hook;

    Interrupt(LogReader reader) {
        hook = new Thread(() -> {
            reader.stop();
            try {
                reported.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        reported.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // It runs already.
        }
    }
}
