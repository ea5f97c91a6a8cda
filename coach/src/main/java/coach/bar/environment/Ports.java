package coach.bar.environment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds free ports, and says who holds one that is not. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    /**
     * Below those that a system gives to whoever needs just any: 32768 and more on Linux, 49152 and more elsewhere. From among
     * those, somebody else could be given a port between our finding it free and a service's taking it.
     */
    private static final int LOWEST = 20_000;

    private static final int HOW_MANY = 12_000;
    /** Begins anywhere, because other coaches look for ports too. */
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(HOW_MANY));

    private Ports() {}

    /** A port that is free now, and that nobody else in this JVM is given for long; nothing keeps it free. */
    public static int free() {
        return IntStream.generate(() -> LOWEST + Math.floorMod(NEXT.getAndIncrement(), HOW_MANY))
                .limit(HOW_MANY)
                .filter(Ports::canBeHad)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of the ports from %d to %d is free".formatted(LOWEST, LOWEST + HOW_MANY - 1)));
    }

    private static boolean canBeHad(int port) {
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return listening.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Why a service cannot have this port, if so.
     *
     * <p>Trying to listen is not enough: macOS lets a program take 127.0.0.1:5000 while AirPlay holds *:5000, and then
     * «localhost» may reach either of them.
     */
    public static Optional<String> error(int port) {
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
