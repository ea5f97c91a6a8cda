package coach.bar.wire;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A TCP relay that makes a backend feel as far away as a real one: every reply arrives one round trip later.
 *
 * <p>A wire adds the same time to each reply, however many bytes the reply has. It keeps the order of bytes, passes a
 * half-close on, and counts what crosses. A test can slow or cut it while connections are open.
 */
public final class Wire implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = 10_000_000;

    private final String name;
    private final InetSocketAddress backend;
    private final ServerSocket server;
    private final Traffic traffic = new Traffic();
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Duration roundTrip;
    private volatile boolean cut;

    private Wire(String name, InetSocketAddress backend, Duration roundTrip, ServerSocket server) {
        this.name = requireNonNull(name, "name");
        this.backend = requireNonNull(backend, "backend");
        this.server = server;
        roundTrip(roundTrip);
    }

    /**
     * Opens a wire on a free loopback port.
     *
     * @param roundTrip the time added to each reply; zero adds none
     * @throws UncheckedIOException when no port is free
     */
    public static Wire to(String name, InetSocketAddress backend, Duration roundTrip) {
        return open(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backend, roundTrip);
    }

    /**
     * Opens a wire at an address that clients know.
     *
     * @param address where clients connect
     * @param backend looked up for each connection; where its name has several addresses, they take turns
     * @param roundTrip the time added to each reply; zero adds none
     * @throws UncheckedIOException when the port is taken
     */
    public static Wire open(String name, InetSocketAddress address, InetSocketAddress backend, Duration roundTrip) {
        try {
            ServerSocket socket = new ServerSocket(address.getPort(), BACKLOG, address.getAddress());
            Wire wire = new Wire(name, backend, roundTrip, socket);
            Relay.thread(name + " server", wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the wire " + name, e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                relay(server.accept());
            } catch (IOException e) {
                // The socket was closed, or there are too many open files just now: no reason to spin.
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void relay(Socket client) throws IOException {
        if (cut) {
            client.close();
            return;
        }
        Relay relay = new Relay(client, new ReplyQueue(() -> roundTrip.toNanos(), traffic), traffic);
        relays.add(relay);
        if (cut) {
            // The wire was cut since the check above, and cut() has not seen this relay.
            relay.close();
        }
        // In a thread, because connecting takes long when the backend hangs, and other clients should not wait for it.
        Relay.thread(name, () -> {
            relay.run(backend, turns.getAndIncrement());
            relays.remove(relay);
        });
    }

    /** Returns the port at which clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** Sets the time added to replies that arrive from now on. */
    public void roundTrip(Duration added) {
        if (added.isNegative()) {
            throw new IllegalArgumentException("round trip must not be negative, was " + added);
        }
        this.roundTrip = added;
    }

    /** Returns the counts of what has crossed so far. */
    public Traffic traffic() {
        return traffic;
    }

    /** Drops every connection and every new one, until {@link #repair()}. */
    public void cut() {
        cut = true;
        relays.forEach(Relay::close);
    }

    public void repair() {
        cut = false;
    }

    @Override
    public void close() {
        cut = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the wire " + name, e);
        } finally {
            relays.forEach(Relay::close);
        }
    }
}
