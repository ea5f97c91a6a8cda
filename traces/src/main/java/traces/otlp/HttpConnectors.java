package traces.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Opens the addresses that a server listens on: {@code localhost} has two, and a client may try either first. */
final class HttpConnectors {

    private static final String LOCALHOST = "localhost";

    /** Connections that may wait to be accepted; after a pause of a busy machine, many arrive at the same moment. */
    private static final int BACKLOG = 256;

    /** A client that stops within a body holds a thread, of which there are few. */
    private static final long IDLE_MILLIS = 5_000;

    private static final HttpConnectionFactory HTTP = new HttpConnectionFactory(http());

    private HttpConnectors() {}

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        return http;
    }

    /**
     * Opens them at once, and not when the server starts: that a port is taken is then an error for the user, not a log
     * line.
     *
     * @param port 0 for any that is free
     * @throws UncheckedIOException when the port cannot be opened
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
