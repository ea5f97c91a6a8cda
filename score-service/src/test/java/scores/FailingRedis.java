package scores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that answers PING as Redis does, and fails as soon as it is told to write or read scores. */
final class FailingRedis implements Closeable {

    enum Failure {
        HANGS_UP,
        SAYS_NOTHING
    }

    private final Failure failure;
    private final ServerSocket server;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    FailingRedis(Failure failure) throws IOException {
        this.failure = failure;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    URI url() {
        return URI.create("redis://127.0.0.1:" + server.getLocalPort());
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket caller = server.accept();
                callers.add(caller);
                daemon(() -> talk(caller));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void talk(Socket caller) {
        try {
            BufferedReader lines = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                // *1 $4 PING, each on a line of its own: the command's name is the first line that is a word.
                switch (line) {
                    case "PING" -> say(caller, "+PONG\r\n");
                    case "SETINFO" -> say(caller, "+OK\r\n");
                    case "MULTI", "SMEMBERS" -> {
                        fail(caller);
                        return;
                    }
                    default -> {
                        // A length, an argument, or the first half of CLIENT SETINFO.
                    }
                }
            }
        } catch (IOException e) {
            // The caller has hung up.
        }
    }

    private void fail(Socket caller) throws IOException {
        if (failure == Failure.HANGS_UP) {
            caller.close();
        }
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(UTF_8));
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "stand-in Redis");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket caller : callers) {
                caller.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
