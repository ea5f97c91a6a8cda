package test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server at the address of the score service, in its place while that is down: it gives one answer to every request. */
final class StandInServer implements AutoCloseable {

    private static final int BETWEEN_DROPS_MILLIS = 50;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Answer answer = exchange -> {};

    /** The way a request is answered. */
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    private StandInServer(HttpServer server) {
        this.server = server;
    }

    static StandInServer at(URI url) {
        try {
            HttpServer server =
                    HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), url.getPort()), 0);
            StandInServer standIn = new StandInServer(server);
            server.createContext("/", standIn::handle);
            server.setExecutor(standIn.threads);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException("no server at " + url, e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        exchange.getResponseHeaders().set("Connection", "close");
        try (exchange) {
            answer.send(exchange);
        }
    }

    /** Counts the requests that came. */
    int asked() {
        return asked.get();
    }

    void answer(Answer next) {
        answer = next;
    }

    static Answer whole(int status, String type, String body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", type);
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** Announces the body, sends the first half of it, and hangs up. */
    static Answer half(String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends the status at once, and then one byte at a time, until the client hangs up or the server is closed. */
    Answer drip() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            while (!isClosedWithin(BETWEEN_DROPS_MILLIS)) {
                body.write(' ');
                body.flush();
            }
        };
    }

    private boolean isClosedWithin(int millis) throws IOException {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
