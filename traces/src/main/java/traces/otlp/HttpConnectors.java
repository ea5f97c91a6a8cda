package traces.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The addresses that a server listens on: for {@code localhost} there are two, and a client may try either first. */
final class HttpConnectors {

    private static final String LOCALHOST = "localhost";

    /** So many may knock at the same moment, as they do when a busy machine has been holding everyone up. */
    private static final int BACKLOG = 256;

    /** Who has begun a body and says no more holds a thread, of which there are few. */
    private static final long IDLE_MILLIS = 5_000;

    private static final HttpConnectionFactory HTTP = new HttpConnectionFactory(http());

    private HttpConnectors() {}

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        return http;
    }

    /**
     * Opens them at once, and not when the server starts: a port that is taken is the user's to know, not the log's.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException when it cannot be had
     */
    static void open(Server server, String host, int port) {
        boolean both = host.equals(LOCALHOST);
        try {
            ServerConnector first = add(server, both ? "127.0.0.1" : host, port);
            if (both) {
                addIfPossible(server, "::1", first.getLocalPort());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addIfPossible(Server server, String host, int port) {
        try {
            add(server, host, port);
        } catch (IOException e) {
            // This machine has no IPv6, or that port belongs to another there.
        }
    }

    private static ServerConnector add(Server server, String host, int port) throws IOException {
        // One thread for all sockets of an address: it only waits for bytes, others read them.
        ServerConnector connector = new ServerConnector(server, 0, 1, HTTP);
        connector.setHost(host);
        connector.setPort(port);
        connector.setAcceptQueueSize(BACKLOG);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.open();
        server.addConnector(connector);
        return connector;
    }
}
