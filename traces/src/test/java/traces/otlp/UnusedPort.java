package traces.otlp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** Finds a port that nothing listens on, below those that a system gives to any connection that asks. */
public final class UnusedPort {

    private static final SecureRandom RANDOM = new SecureRandom();

    private UnusedPort() {}

    public static int find() {
        while (true) {
            int port = 20_000 + RANDOM.nextInt(12_000);
            try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return listening.getLocalPort();
            } catch (IOException e) {
                // Taken: try another.
            }
        }
    }
}
