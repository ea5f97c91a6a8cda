package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.wire.Wire;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.Security;
import java.util.List;
import java.util.Map;
import traces.store.TraceStore;
import traces.zipkin.WebRoutes;

/**
 * The relays and the trace servers of a bar whose services and backends run in containers. The relays make the backends
 * as far away as they should be, and give each service one address, however many containers it has.
 */
public final class ContainerRelays implements AutoCloseable {

    static {
        // A container that is started again has another address.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final String host;
    private final ResourceStack opened = new ResourceStack();

    private ContainerRelays(String host) {
        this.host = host;
    }

    /**
     * Opens the trace servers and a relay for each route.
     *
     * @param host the name of this container: all of it listens at the address behind that name
     * @param routes see {@link RelayRoute#of}
     * @param environment variables that may name another receiver of traces
     * @throws UserError when a route cannot be read, or a port is taken
     */
    public static ContainerRelays open(
            String host,
            List<String> routes,
            Map<String, String> environment,
            List<WebRoutes> pages,
            OutputListener listener) {
        List<RelayRoute> parsed = routes.stream().map(RelayRoute::of).toList();
        BarPlan.Tracing tracing = new BarPlan.Tracing(OpenBar.OTLP_PORT, OpenBar.PAGE_PORT, false, environment);
        ContainerRelays relays = new ContainerRelays(host);
        try {
            new TraceServers(new TraceStore(), tracing, pages).open(host, relays.opened, listener);
            parsed.forEach(relays::open);
            return relays;
        } catch (RuntimeException e) {
            relays.close();
            throw e;
        }
    }

    private void open(RelayRoute route) {
        try {
            opened.keep(() -> Wire.open(
                    "to " + route.target(),
                    new InetSocketAddress(host, route.port()),
                    route.backend(),
                    route.roundTrip()));
        } catch (UncheckedIOException e) {
            throw new UserError(
                    "Port %s cannot be had for the line to %s: %s"
                            .formatted(
                                    route.port(), route.target(), e.getCause().getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
