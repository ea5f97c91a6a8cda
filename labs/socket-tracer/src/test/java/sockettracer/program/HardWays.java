package sockettracer.program;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import sockettracer.Section;
import sockettracer.Tracer;

/**
 * Talks with an echo in ways that few programs do, each in a section of its own; prints how each of them went, and ends with
 * {@code System.exit} in the middle of one. The echo keeps silent about what begins with an S.
 */
public final class HardWays {

    private static final int LARGE = 20_000_000;
    private static final int MANY = 500;

    private final InetSocketAddress echo;

    private HardWays(int port) {
        echo = new InetSocketAddress("127.0.0.1", port);
    }

    private interface Way {
        String go() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        HardWays ways = new HardWays(Integer.parseInt(args[0]));
        ways.in("gather and scatter", ways::gatherAndScatter);
        ways.in("selector", ways::selector);
        ways.in("half closed", ways::halfClosed);
        ways.in("two threads", ways::twoThreads);
        ways.in("timeout", ways::timeout);
        ways.in("closed by another thread", ways::closedByAnotherThread);
        ways.in("interrupted", ways::interrupted);
        ways.in("stream of a channel", ways::streamOfAChannel);
        ways.in("refused", ways::refused);
        ways.in("exit", ways::exit);
    }

    private String exit() throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write('S');
            System.exit(3);
        }
        return "goes on";
    }

    private void in(String name, Way way) throws Exception {
        String went;
        try (Section section = Tracer.section(name)) {
            went = way.go();
        } catch (IOException e) {
            went = e.getClass().getName();
        }
        System.out.println(name + ": " + went);
    }

    private Socket socket() throws IOException {
        return new Socket(echo.getAddress(), echo.getPort());
    }

    private String gatherAndScatter() throws IOException {
        try (SocketChannel channel = SocketChannel.open(echo)) {
            ByteBuffer[] out = {text("not this"), text("two "), text("parts").asReadOnlyBuffer(), text("nor this")};
            long written = channel.write(out, 1, 2);
            ByteBuffer[] in = {ByteBuffer.allocateDirect(4), ByteBuffer.allocate(5)};
            while (in[1].hasRemaining()) {
                channel.read(in);
            }
            return written + " " + new String(in[1].array());
        }
    }

    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes());
    }

    /** Neither all of a write nor all of a read goes at once. */
    private String selector() throws IOException {
        ByteBuffer out = ByteBuffer.allocateDirect(LARGE);
        ByteBuffer in = ByteBuffer.allocate(1 << 16);
        long read = 0;
        try (SocketChannel channel = SocketChannel.open();
                Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_CONNECT);
            channel.connect(echo);
            while (read < LARGE) {
                selector.select();
                selector.selectedKeys().clear();
                if (channel.isConnectionPending() && channel.finishConnect()) {
                    channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                }
                if (channel.isConnected() && out.hasRemaining() && channel.write(out) >= 0 && !out.hasRemaining()) {
                    channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
                }
                read += channel.isConnected() ? channel.read(in.clear()) : 0;
            }
            return read + " " + channel.read(in.clear());
        }
    }

    private String halfClosed() throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(new byte[MANY]);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes().length + " "
                    + socket.getInputStream().read();
        }
    }

    private String twoThreads() throws Exception {
        try (Socket socket = socket()) {
            Thread writer = new Thread(() -> {
                try {
                    for (int i = 0; i < MANY; i++) {
                        socket.getOutputStream().write(new byte[MANY]);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            writer.start();
            int read = socket.getInputStream().readNBytes(MANY * MANY).length;
            writer.join();
            return String.valueOf(read);
        }
    }

    private String timeout() throws IOException {
        try (Socket socket = socket()) {
            socket.setSoTimeout(1);
            socket.getOutputStream().write('S');
            return String.valueOf(socket.getInputStream().read());
        }
    }

    private String closedByAnotherThread() throws Exception {
        try (Socket socket = socket()) {
            socket.getOutputStream().write('S');
            CountDownLatch reading = new CountDownLatch(1);
            Thread closer = new Thread(() -> {
                try {
                    reading.await();
                    socket.close();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            closer.start();
            InputStream in = socket.getInputStream();
            reading.countDown();
            return String.valueOf(in.read());
        }
    }

    private String interrupted() throws IOException {
        try (SocketChannel channel = SocketChannel.open(echo)) {
            channel.write(text("S"));
            Thread.currentThread().interrupt();
            return String.valueOf(channel.read(ByteBuffer.allocate(1)));
        } finally {
            System.out.println("still interrupted: " + Thread.interrupted());
        }
    }

    private String streamOfAChannel() throws IOException {
        try (SocketChannel channel = SocketChannel.open(echo)) {
            channel.socket().getOutputStream().write("by a stream".getBytes());
            byte[] in = channel.socket().getInputStream().readNBytes("by a stream".length());
            return new String(in) + " " + Arrays.hashCode(in);
        }
    }

    private String refused() throws IOException {
        try (Socket socket = new Socket("127.0.0.1", 1)) {
            return "connected";
        }
    }
}
