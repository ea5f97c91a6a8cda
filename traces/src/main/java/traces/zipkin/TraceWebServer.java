package traces.zipkin;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import traces.model.PortUnavailable;
import traces.store.TraceStore;

/** Serves traces to a browser: Zipkin's page and API over the store, and the caller's own routes. */
public final class TraceWebServer implements AutoCloseable {

    /** Enough for a few browsers, each with six connections. */
    private static final int THREADS = 16;

    private final Javalin server;

    private TraceWebServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts the server.
     *
     * @param host the address to listen at, such as 127.0.0.1; requests may name it or loopback
     * @param port 0 for any free port
     * @param beside the caller's own routes
     * @throws PortUnavailable when the port is in use
     */
    public static TraceWebServer open(TraceStore store, String host, int port, List<WebRoutes> beside) {
        Javalin server = Javalin.create(config -> configure(config, store, host, beside));
        try {
            return new TraceWebServer(server.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortUnavailable(
                    "Port %s of %s cannot be had, and the page that shows the traces should have it."
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

    /** Returns the address for a browser on this machine. */
    public String url() {
        return url(port());
    }

    /**
     * Returns the address of a trace's page.
     *
     * @param id 32 hex digits
     */
    public String urlOf(String id) {
        return urlOf(port(), id);
    }

    /** Returns the address of a trace's page on a server of another process. */
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
