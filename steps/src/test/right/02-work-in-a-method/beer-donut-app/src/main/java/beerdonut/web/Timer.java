package beerdonut.web;

import io.javalin.http.Handler;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Times a piece of work, for the log. */
public final class Timer {

    private static final Logger log = LoggerFactory.getLogger(Timer.class);

    private Timer() {}

    public static <T> T time(String name, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            log(name, start);
        }
    }

    public static Handler around(String name, Handler handler) {
        return ctx -> {
            long start = System.nanoTime();
            try {
                handler.handle(ctx);
            } finally {
                log(name, start);
            }
        };
    }

    private static void log(String name, long start) {
        log.info("{} took {} ms", name, String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e6));
    }
}
