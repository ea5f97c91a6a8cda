package coach.bar.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import jdk.net.ExtendedSocketOptions;

/** One connection over a wire: requests pass at once, replies wait in a {@link ReplyQueue} until they are due. */
final class Relay implements Closeable {

    private static final int CONNECT_MILLIS = 5_000;
    private static final int CHUNK = 64 * 1024;

    private static final boolean CAN_ACKNOWLEDGE_AT_ONCE =
            new Socket().supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);

    private final Socket client;
    private final ReplyQueue replies;
    private final Traffic traffic;
    private Socket backend = new Socket();
    private boolean closed;

    Relay(Socket client, ReplyQueue replies, Traffic traffic) {
        this.client = client;
        this.replies = replies;
        this.traffic = traffic;
    }

    static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, "wire " + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /**
     * Connects to the backend and relays until both sides have ended or one has failed.
     *
     * @param turn selects the first of the backend's addresses to try, where there are several
     */
    void run(InetSocketAddress address, int turn) {
        try (this) {
            client.setTcpNoDelay(true);
            connect(address, turn);
            traffic.connected();
            Thread requests = thread("requests", this::passRequests);
            thread("replies", this::readReplies);
            deliverReplies();
            requests.join();
        } catch (IOException e) {
            // One side is away: the other sees its connection end, as it would without a wire.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks the name up for each connection: in a container network its addresses change. */
    private void connect(InetSocketAddress name, int turn) throws IOException {
        InetAddress[] addresses = InetAddress.getAllByName(name.getHostString());
        for (int left = addresses.length; left > 0; left--) {
            InetAddress address = addresses[Math.floorMod(turn - left, addresses.length)];
            try {
                newSocket().connect(new InetSocketAddress(address, name.getPort()), CONNECT_MILLIS);
                return;
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    /** Creates a socket that {@link #close()} also closes while it connects. */
    private synchronized Socket newSocket() throws IOException {
        if (closed) {
            throw new SocketException("cut before it was connected");
        }
        backend = new Socket();
        backend.setTcpNoDelay(true);
        return backend;
    }

    private void passRequests() {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = client.getInputStream();
            OutputStream out = backend.getOutputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                replies.clientAsked();
                traffic.toBackend(read);
                out.write(chunk, 0, read);
            }
            // Only this half ends: the backend may still send replies.
            backend.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    private void readReplies() {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = backend.getInputStream();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                acknowledgeAtOnce();
                replies.put(chunk, read);
            }
            replies.putEnd();
        } catch (IOException e) {
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Acknowledges a chunk without delay. H2 uses Nagle's algorithm: it sends the end of a long answer only after the
     * beginning is acknowledged, which the system delays by 40 ms. Linux resets this option, so it is set again for
     * each chunk.
     */
    private void acknowledgeAtOnce() throws IOException {
        if (CAN_ACKNOWLEDGE_AT_ONCE) {
            backend.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private void deliverReplies() throws IOException, InterruptedException {
        OutputStream out = client.getOutputStream();
        for (byte[] reply = replies.take(); reply.length > 0; reply = replies.take()) {
            // Counted before it is sent, so that a client that has read a reply finds it in the count.
            traffic.toClient(reply.length);
            out.write(reply);
        }
        client.shutdownOutput();
    }

    /** Closes both connections at once; replies on their way are lost, as when a cable is pulled. */
    @Override
    public synchronized void close() {
        closed = true;
        replies.abort();
        closeQuietly(client);
        closeQuietly(backend);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that fails to close is of no more use either.
        }
    }
}
