package sockettracer;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.Server;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;

/** The peers of the traced programs, in the JVM of the tests: a Redis, an H2 and an HTTP server, each behind a relay that counts. */
final class Backends implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    static {
        // Its answers would wait 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final RedisServer redisServer;
    private final int redisPort;
    private final Server h2Server;
    private final HttpServer httpServer;
    private final ExecutorService httpThreads = Executors.newCachedThreadPool();

    final CountingRelay redis;
    final CountingRelay h2;
    final CountingRelay http;

    Backends() throws Exception {
        redisPort = freePort();
        redisServer = RedisServer.newRedisServer()
                .port(redisPort)
                .bind(LOOPBACK)
                .setting("save \"\"")
                .build();
        redisServer.start();
        h2Server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        httpServer = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        httpServer.setExecutor(httpThreads);
        // "/same/…" is answered alike; everything else with its own path.
        httpServer.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            byte[] answer = (path.startsWith("/same") ? "same" : "this is " + path).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        httpServer.start();
        redis = new CountingRelay(redisPort);
        h2 = new CountingRelay(h2Server.getPort());
        http = new CountingRelay(httpServer.getAddress().getPort());
    }

    /** How many commands of that name Redis says that it has carried out. */
    long redisCalls(String command) {
        try (Jedis jedis = new Jedis(LOOPBACK, redisPort)) {
            Matcher calls =
                    Pattern.compile("cmdstat_" + command + ":calls=(\\d+)").matcher(jedis.info("commandstats"));
            return calls.find() ? Long.parseLong(calls.group(1)) : 0;
        }
    }

    /** Past the relay. */
    int redisPort() {
        return redisPort;
    }

    /** Past the relay. */
    int h2Port() {
        return h2Server.getPort();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        redis.close();
        h2.close();
        http.close();
        httpServer.stop(0);
        httpThreads.shutdownNow();
        h2Server.stop();
        redisServer.stop();
    }
}
