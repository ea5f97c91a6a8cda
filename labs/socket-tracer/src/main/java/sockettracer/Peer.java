package sockettracer;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Names the other end of a connection. */
final class Peer {

    private Peer() {}

    // localhost/127.0.0.1:6379 -> localhost:6379
    static String name(SocketAddress address) {
        return address instanceof InetSocketAddress internet
                ? internet.getHostString() + ":" + internet.getPort()
                : String.valueOf(address);
    }
}
