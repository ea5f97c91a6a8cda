package steps;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;

/** Tells whether this machine, at a given port, and another machine can be reached. */
final class Network {

    private static final int MILLIS = 2_000;

    private Network() {}

    public static void main(String[] args) {
        System.out.println("neighbour: " + neighbour(Integer.parseInt(args[0])));
        System.out.println("elsewhere: " + elsewhere());
    }

    private static String neighbour(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return "reached at " + socket.getPort();
        } catch (IOException e) {
            return "out of reach, " + e;
        }
    }

    private static String elsewhere() {
        try {
            var connection = URI.create("http://example.org/").toURL().openConnection();
            connection.setConnectTimeout(MILLIS);
            connection.connect();
            return "reached";
        } catch (IOException e) {
            return "out of reach, " + e;
        }
    }
}
