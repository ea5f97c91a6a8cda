package coach.bar;

import coach.page.Routes;
import coach.store.TraceStore;
import coach.wire.Wire;
import coach.workshop.CannotOpen;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.Security;
import java.util.List;

/**
 * What a bar needs whose services and backends run elsewhere, each in a container: the lines between them, which make the
 * backends as far away as they should be and give each service one address, and the eyes for their traces.
 */
public final class Backstage implements AutoCloseable {

    static {
        // A container that is started again, or once more, has another address.
        Security.setProperty("networkaddress.cache.ttl", "0");
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
    }

    private final String host;
    private final Opened opened = new Opened();

    private Backstage(String host) {
        this.host = host;
    }

    /**
     * @param host what the others call this machine: it listens at the address behind this name
     * @throws CannotOpen when a port cannot be had
     */
    public static Backstage open(
            String host, List<Line> lines, Tracing tracing, List<Routes> pages, Listener listener) {
        Backstage backstage = new Backstage(host);
        try {
            new Eyes(new TraceStore(), tracing, pages).open(host, host, backstage.opened, listener);
            lines.forEach(backstage::open);
            return backstage;
        } catch (RuntimeException e) {
            backstage.close();
            throw e;
        }
    }

    private void open(Line line) {
        try {
            opened.keep(() -> Wire.open(
                    "to " + line.target(), new InetSocketAddress(host, line.port()), line.backend(), line.roundTrip()));
        } catch (UncheckedIOException e) {
            throw new CannotOpen(
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
