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
 * <p>It adds the same time to each reply however many bytes it has, keeps the order of bytes, passes a half-close on, and
 * counts what crosses it. It can be slowed or cut while connections are open, to see what a client makes of that.
 */
public final class Wire implements AutoCloseable {

    private static final int BACKLOG = 1024;
    private static final long PAUSE_NANOS = 10_000_000;

    private final String name;
    private final InetSocketAddress backend;
    private final ServerSocket door;
    private final Traffic traffic = new Traffic();
    private final Set<Relay> relays = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();
    private volatile Duration roundTrip;
    private volatile boolean cut;

    private Wire(String name, InetSocketAddress backend, Duration roundTrip, ServerSocket door) {
        this.name = requireNonNull(name, "name");
        this.backend = requireNonNull(backend, "backend");
        this.door = door;
        roundTrip(roundTrip);
    }

    /**
     * Opens a wire on a free loopback port.
     *
     * @param roundTrip the time added to each reply; zero adds none
     * @throws UncheckedIOException when no port can be had
     */
    public static Wire to(String name, InetSocketAddress backend, Duration roundTrip) {
        return open(name, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), backend, roundTrip);
    }

    /**
     * Opens a wire where others expect it.
     *
     * @param door where clients connect
     * @param backend looked up for each connection; where its name has several addresses, they take turns
     * @param roundTrip the time added to each reply; zero adds none
     * @throws UncheckedIOException when that door cannot be had
     */
    public static Wire open(String name, InetSocketAddress door, InetSocketAddress backend, Duration roundTrip) {
        try {
            ServerSocket socket = new ServerSocket(door.getPort(), BACKLOG, door.getAddress());
            Wire wire = new Wire(name, backend, roundTrip, socket);
            Relay.thread(name + " door", wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the wire " + name, e);
        }
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                relay(door.accept());
            } catch (IOException e) {
                // The door was closed, or there are too many open files just now: no reason to spin.
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
            // Cut since we looked: whoever cut it has not seen this one.
            relay.close();
        }
        // Connecting may take long when the backend hangs; nobody else should wait at the door for that.
        Relay.thread(name, () -> {
            relay.run(backend, turns.getAndIncrement());
            relays.remove(relay);
        });
    }

    /** Where clients connect. */
    public int port() {
        return door.getLocalPort();
    }

    /** Sets the time added to replies that arrive from now on. */
    public void roundTrip(Duration added) {
        if (added.isNegative()) {
            throw new IllegalArgumentException("round trip must not be negative, was " + added);
        }
        this.roundTrip = added;
    }

    /** What has crossed so far. */
    public Traffic traffic() {
        return traffic;
    }

    /** Drops every connection and every new one, until {@link #mend()}. */
    public void cut() {
        cut = true;
        relays.forEach(Relay::close);
    }

    public void mend() {
        cut = false;
    }

    @Override
    public void close() {
        cut = true;
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close the wire " + name, e);
        } finally {
            relays.forEach(Relay::close);
        }
    }
}
