package sockettracer;

import java.net.SocketAddress;
import java.nio.channels.SocketChannel;

/** Opens sections for the program, and receives what the hooks see. Outside of sections nothing is kept. */
public final class Tracer {

    private static final WeakIdentityMap<Connection> CONNECTIONS = new WeakIdentityMap<>();
    private static final Connection IGNORED = new Connection("", false);

    private Tracer() {}

    /** {@code try (var section = Tracer.section("pair")) { … }} notes the calls that are made in between. */
    public static Section section(String name) {
        return new Section(name);
    }

    /** A connection makes calls only if its connect was seen: what a server accepts is not one of its own. */
    public static void connecting(Object socket, SocketAddress address) {
        String peer = Peer.name(address);
        boolean ignored = Options.current().ignores(peer) || Output.isOwnThread();
        CONNECTIONS.put(socket, ignored ? IGNORED : new Connection(peer, socket instanceof SocketChannel));
    }

    /** Before the write: another thread may have read the answer before this one is back from it. */
    public static Bytes writing(Object socket, Bytes bytes) {
        Connection connection = bytes == null ? null : CONNECTIONS.get(socket);
        if (connection != null && connection != IGNORED) {
            bytes.exchange = connection.asks(bytes);
        }
        return bytes;
    }

    /** @param count how many bytes; null from a method that always writes all of them */
    public static void wrote(Object socket, Bytes bytes, Object count) {
        if (bytes == null) {
            Served.answeredOutside(socket);
        } else if (bytes.exchange == null) {
            Served.answered(socket, bytes.first(count));
        } else {
            bytes.exchange.request().add(bytes.first(count));
        }
    }

    public static void read(Object socket, Bytes bytes, Object count) {
        long arrived = ((Number) count).longValue();
        Connection connection = CONNECTIONS.get(socket);
        if (connection == null) {
            Served.asked(socket, arrived);
        } else if (connection != IGNORED && bytes != null && arrived > 0) {
            connection.answers(bytes, bytes.first(count));
        }
    }
}
