package beerdonut.web;

import io.javalin.http.Handler;
import java.util.Locale;

/** Times a piece of work, and logs how long it took once it is over: done or failed. */
public final class Timer implements AutoCloseable {

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
        System.out.println(String.format(Locale.ROOT, "%s took %.1f ms", name, (System.nanoTime() - start) / 1e6));
    }
}
