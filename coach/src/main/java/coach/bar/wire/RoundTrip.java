package coach.bar.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;

/**
 * Measures the round trip of a wire on this machine. It differs from the time that was set, because timers are coarse
 * and a relay takes some time itself: 1 ms is about 1.2 ms on Linux.
 */
public final class RoundTrip {

    private static final int WARM_UP = 20;
    private static final int SAMPLES = 41;

    private RoundTrip() {}

    /** Returns the median time of one byte to an echo server and back, over a wire that is set to add {@code asked}. */
    public static Duration measure(Duration asked) {
        try (ServerSocket echo = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Wire wire = Wire.to("probe", address(echo), asked);
                Socket client = new Socket(InetAddress.getLoopbackAddress(), wire.port())) {
            client.setTcpNoDelay(true);
            Relay.thread("echo", () -> echoOne(echo));
            long[] nanos = new long[SAMPLES];
            for (int i = -WARM_UP; i < SAMPLES; i++) {
                long start = System.nanoTime();
                client.getOutputStream().write(1);
                client.getInputStream().read();
                nanos[Math.max(i, 0)] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return Duration.ofNanos(nanos[SAMPLES / 2]);
        } catch (IOException e) {
            throw new UncheckedIOException("could not measure a wire", e);
        }
    }

    private static InetSocketAddress address(ServerSocket server) {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private static void echoOne(ServerSocket echo) {
        try (Socket caller = echo.accept()) {
            caller.setTcpNoDelay(true);
            caller.getInputStream().transferTo(caller.getOutputStream());
        } catch (IOException e) {
            // The measurement is over, or it has failed and says so itself.
        }
    }
}
