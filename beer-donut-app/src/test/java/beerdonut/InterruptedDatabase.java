package beerdonut;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.tools.Server;

/** A real H2 behind a relay that goes away once, at the n-th message of its client, and comes back after a refused call. */
final class InterruptedDatabase implements Closeable {

    private final Server h2;
    private final ServerSocket relay;
    private final String name;
    private final AtomicInteger messagesLeft;
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private volatile boolean interrupted;

    InterruptedDatabase(int messages) throws IOException, SQLException {
        name = "interrupted-" + messages;
        messagesLeft = new AtomicInteger(messages);
        h2 = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        relay = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::acceptAll);
    }

    String jdbcUrl() {
        return "jdbc:h2:tcp://127.0.0.1:" + relay.getLocalPort() + "/mem:" + name + ";DB_CLOSE_DELAY=-1";
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket caller = relay.accept();
                if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    caller.close();
                    continue;
                }
                Socket database = new Socket(InetAddress.getLoopbackAddress(), h2.getPort());
                sockets.addAll(List.of(caller, database));
                daemon(() -> pass(caller, database, true));
                daemon(() -> pass(database, caller, false));
            }
        } catch (IOException e) {
            // It is closed.
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        byte[] some = new byte[64 * 1024];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                if (counted && messagesLeft.getAndDecrement() == 1) {
                    goAway();
                }
                out.write(some, 0, length);
            }
        } catch (IOException e) {
            // One of the two has hung up.
        }
    }

    private void goAway() throws IOException {
        interrupted = true;
        refusals.set(1);
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "relay to the database");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            relay.close();
            h2.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
