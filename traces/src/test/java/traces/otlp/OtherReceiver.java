package traces.otlp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a receiver forwards to: remembers what arrives, and answers as it is told. */
final class OtherReceiver implements AutoCloseable {

    private static final long WAIT_SECONDS = 20;

    record Arrived(String path, Headers headers, byte[] body) {}

    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile int status = 200;

    OtherReceiver(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        arrived.add(new Arrived(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** Answers everything from now on with that status. */
    void answer(int status) {
        this.status = status;
    }

    /** The next that arrives, or has arrived and wasn't asked for. */
    Arrived next() throws InterruptedException {
        Arrived next = arrived.poll(WAIT_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing arrived within " + WAIT_SECONDS + " s");
        }
        return next;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
