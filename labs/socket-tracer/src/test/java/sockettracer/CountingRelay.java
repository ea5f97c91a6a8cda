package sockettracer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Passes bytes on between clients and a server, and counts them, and how often the direction turned to the server. */
final class CountingRelay implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    private final int serverPort;
    private long flights;
    private long toServer;
    private long toClient;
    private int open;

    CountingRelay(int serverPort) throws IOException {
        this.serverPort = serverPort;
        start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many times a client asked: what it writes before an answer comes is one question. */
    synchronized long flights() {
        return flights;
    }

    synchronized long toServer() {
        return toServer;
    }

    synchronized long toClient() {
        return toClient;
    }

    /** Waits until every connection has ended, so that all that was sent is counted. */
    synchronized void awaitEnds() throws InterruptedException {
        while (open > 0) {
            wait();
        }
    }

    private synchronized void ended() {
        open--;
        notifyAll();
    }

    private synchronized void began() {
        open++;
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = socket.accept();
            began();
            Socket server = new Socket("127.0.0.1", serverPort);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            boolean[] asking = new boolean[1];
            start(() -> {
                try {
                    pass(client, server, count -> asked(asking, count));
                } catch (IOException e) {
                    server.close();
                }
            });
            start(() -> {
                try (client;
                        server) {
                    pass(server, client, count -> answered(asking, count));
                } finally {
                    ended();
                }
            });
        }
    }

    private synchronized void asked(boolean[] asking, int count) {
        flights += asking[0] ? 0 : 1;
        asking[0] = true;
        toServer += count;
    }

    private synchronized void answered(boolean[] asking, int count) {
        asking[0] = false;
        toClient += count;
    }

    private static void pass(Socket from, Socket to, java.util.function.IntConsumer counter) throws IOException {
        byte[] buffer = new byte[1 << 16];
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            counter.accept(count);
            out.write(buffer, 0, count);
        }
        to.shutdownOutput();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has closed: the other side is closed as well.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
