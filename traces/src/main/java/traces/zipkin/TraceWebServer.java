package traces.zipkin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import traces.otlp.PortUnavailable;
import traces.store.TraceStore;

/** The web server that shows traces to a browser: Zipkin's own page over the store, and whatever is put beside it. */
public final class TraceWebServer implements AutoCloseable {

    /** Enough for a few guests, each with a browser's six connections. */
    private static final int THREADS = 16;

    private final Javalin server;

    private TraceWebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Opens them.
     *
     * @param host the address to listen at; 127.0.0.1 is for this machine alone. Requests may name this host or this machine
     * @param port 0 for any that is free
     * @param beside what else there is to see
     * @throws PortUnavailable when the port cannot be had
     */
    public static TraceWebServer open(TraceStore store, String host, int port, List<WebRoutes> beside) {
        Javalin server = Javalin.create(config -> configure(config, store, host, beside));
        try {
            return new TraceWebServer(server.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortUnavailable(
                    "Port %d of %s cannot be had, and the page that shows the traces should have it."
                            .formatted(port, host),
                    e);
        }
    }

    private static void configure(JavalinConfig config, TraceStore store, String host, List<WebRoutes> beside) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jetty.threadPool = new QueuedThreadPool(THREADS);
        BrowserSecurity.addTo(config.routes, host);
        RequestErrors.addTo(config.routes);
        ZipkinPage.addTo(config);
        new ZipkinApi(store).addTo(config.routes);
        beside.forEach(routes -> routes.addTo(config.routes));
    }

    public int port() {
        return server.port();
    }

    /** Where a browser on this machine finds them. */
    public String url() {
        return url(port());
    }

    /** @param id 32 hex digits */
    public String urlOf(String id) {
        return urlOf(port(), id);
    }

    /** The same for who knows only the port. */
    public static String urlOf(int port, String id) {
        return url(port) + "/zipkin/traces/" + id;
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        server.stop();
    }
}
