package coach.bar.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A small server behind a wire, which treats each connection in the same way. */
final class Backend implements Closeable {

    interface Conversation {
        void with(Socket caller) throws IOException;
    }

    /** Sends back what it receives, until the caller ends its half. */
    static final Conversation ECHO = caller -> caller.getInputStream().transferTo(caller.getOutputStream());

    private final ServerSocket door;
    private final Thread doorkeeper;

    Backend(Conversation conversation) {
        try {
            door = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        doorkeeper = Relay.thread("backend", () -> {
            while (!door.isClosed()) {
                answer(conversation);
            }
        });
    }

    private void answer(Conversation conversation) {
        try {
            Socket caller = door.accept();
            if (door.isClosed()) {
                caller.close();
                return;
            }
            Relay.thread("conversation", () -> {
                try (caller) {
                    caller.setTcpNoDelay(true);
                    conversation.with(caller);
                } catch (IOException e) {
                    // The caller hung up.
                }
            });
        } catch (IOException e) {
            // The server was closed.
        }
    }

    InetSocketAddress address() {
        return (InetSocketAddress) door.getLocalSocketAddress();
    }

    /** Waits for the accepting thread too: until it ends, the system accepts more connections. */
    @Override
    public void close() throws IOException {
        door.close();
        try {
            doorkeeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
