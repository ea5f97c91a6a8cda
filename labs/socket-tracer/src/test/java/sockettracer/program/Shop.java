package sockettracer.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import redis.clients.jedis.Jedis;
import sockettracer.Traced;

/** Serves a donut's title out of Redis, which sends its recipe as well; asks itself for it, and ends. */
public final class Shop {

    private static final byte[] TITLE = "{\"title\":\"Crème\"}".getBytes(StandardCharsets.UTF_8);

    private final int redisPort;

    private Shop(int redisPort) {
        this.redisPort = redisPort;
    }

    public static void main(String[] args) throws Exception {
        Shop shop = new Shop(Integer.parseInt(args[0]));
        try (Jedis redis = new Jedis("127.0.0.1", shop.redisPort)) {
            redis.set("donut:1", "{\"title\":\"Cr\\u00e8me\",\"recipe\":\"Knead it, fry it.\"}");
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newFixedThreadPool(2, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/donut", shop::donut);
        server.createContext("/zipped", shop::zipped);
        server.createContext("/late", exchange -> {
            byte[] answer = shop.late();
            shop.ask();
            shop.answer(exchange, answer);
        });
        server.start();
        get(server.getAddress().getPort(), "/donut");
        get(server.getAddress().getPort(), "/zipped");
        get(server.getAddress().getPort(), "/late");
        server.stop(0);
        shop.annotated();
    }

    public void donut(HttpExchange exchange) throws IOException {
        ask();
        answer(exchange, TITLE);
    }

    /** Its answer is written once it is over. */
    byte[] late() {
        ask();
        return TITLE;
    }

    private void answer(HttpExchange exchange, byte[] answer) throws IOException {
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    public void zipped(HttpExchange exchange) throws IOException {
        ask();
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write("Crème".getBytes(StandardCharsets.UTF_8));
        }
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(200, zipped.size());
        exchange.getResponseBody().write(zipped.toByteArray());
        exchange.close();
    }

    @Traced
    void annotated() {
        ask();
    }

    private void ask() {
        try (Jedis redis = new Jedis("127.0.0.1", redisPort)) {
            redis.get("donut:1");
        }
    }

    private static void get(int port, String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
