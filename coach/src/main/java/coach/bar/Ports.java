package coach.bar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds free ports, and says who holds one that is not. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    private Ports() {}

    /** A port that is free now; nothing keeps it free, so take it soon. */
    public static int free() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }

    /**
     * Why a service cannot have this port, if so.
     *
     * <p>Trying to listen is not enough: macOS lets a program take 127.0.0.1:5000 while AirPlay holds *:5000, and then
     * «localhost» may reach either of them.
     */
    public static Optional<String> trouble(int port) {
        if (Stream.of("127.0.0.1", "::1").anyMatch(address -> answers(address, port))) {
            return Optional.of("is taken");
        }
        try {
            new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be had (" + e.getMessage() + ")");
        }
    }

    private static boolean answers(String address, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            // Refused, or no such address family here, or nobody who answers in time.
            return false;
        }
    }
}
