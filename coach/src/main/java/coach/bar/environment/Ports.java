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

/** Finds free ports, and says why another one cannot be used. */
public final class Ports {

    private static final int CONNECT_MILLIS = 200;

    /**
     * Below the ports that a system gives to programs that ask for any: from 32768 on Linux, from 49152 elsewhere.
     * Another program could be given one of those after this class has found it free and before a service listens.
     */
    private static final int LOWEST = 20_000;

    private static final int HOW_MANY = 12_000;
    /** Begins at random, because other coaches look for ports too. */
    private static final AtomicInteger NEXT = new AtomicInteger(new SecureRandom().nextInt(HOW_MANY));

    private Ports() {}

    /** Returns a port that is free now. It is not reserved, but this JVM does not return it again for long. */
    public static int free() {
        return IntStream.generate(() -> LOWEST + Math.floorMod(NEXT.getAndIncrement(), HOW_MANY))
                .limit(HOW_MANY)
                .filter(Ports::canBeHad)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of the ports from %s to %s is free".formatted(LOWEST, LOWEST + HOW_MANY - 1)));
    }

    private static boolean canBeHad(int port) {
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return listening.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Returns why a service cannot use this port, if so.
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
            // Refused, or no such address family here, or no answer in time.
            return false;
        }
    }
}
