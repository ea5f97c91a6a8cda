package beerdonut.web;

import io.javalin.http.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times a piece of work, and logs how long it took once it is over: done or failed. */
public final class Timer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Timer.class);

    private final String name;
    private final long start = System.nanoTime();

    public Timer(String name) {
        this.name = name;
    }

    /** The same handler, but timed. */
    public static Handler around(String route, Handler handler) {
        return ctx -> {
            try (Timer timer = new Timer(route)) {
                handler.handle(ctx);
            }
        };
    }

    @Override
    public void close() {
        log.info(String.format("%s took %.1f ms", name, (System.nanoTime() - start) / 1e6));
    }
}
