package coach.bar;

import coach.bar.environment.UserError;
import coach.bar.wire.Wire;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.Security;
import java.util.List;
import traces.store.TraceStore;
import traces.zipkin.WebRoutes;

/**
 * What a bar needs whose services and backends run elsewhere, each in a container: the lines between them, which make the
 * backends as far away as they should be and give each service one address, and the eyes for their traces.
 */
public final class ContainerRelays implements AutoCloseable {

    static {
        // A container that is started again, or once more, has another address.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final String host;
    private final ResourceStack opened = new ResourceStack();

    private ContainerRelays(String host) {
        this.host = host;
    }

    /**
     * @param host what the others call this machine: it listens at the address behind this name
     * @throws UserError when a port cannot be had
     */
    public static ContainerRelays open(
            String host,
            List<RelayRoute> lines,
            TracingSettings tracing,
            List<WebRoutes> pages,
            OutputListener listener) {
        ContainerRelays backstage = new ContainerRelays(host);
        try {
            new TraceServers(new TraceStore(), tracing, pages).open(host, backstage.opened, listener);
            lines.forEach(backstage::open);
            return backstage;
        } catch (RuntimeException e) {
            backstage.close();
            throw e;
        }
    }

    private void open(RelayRoute line) {
        try {
            opened.keep(() -> Wire.open(
                    "to " + line.target(), new InetSocketAddress(host, line.port()), line.backend(), line.roundTrip()));
        } catch (UncheckedIOException e) {
            throw new UserError(
                    "Port %d cannot be had for the line to %s: %s"
                            .formatted(line.port(), line.target(), e.getCause().getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        opened.close();
    }
}
