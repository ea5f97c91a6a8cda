package sockettracer.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import redis.clients.jedis.Jedis;
import sockettracer.Section;
import sockettracer.Tracer;

/** Makes the same number of calls in every way, each in a section of its own, and three before and after it. */
public final class Traffic {

    private static final int OUTSIDE = 3;
    private static final int THREADS = 4;

    private final int calls;
    private final int redisPort;
    private final int h2Port;
    private final int httpPort;

    private Traffic(int calls, int redisPort, int h2Port, int httpPort) {
        this.calls = calls;
        this.redisPort = redisPort;
        this.h2Port = h2Port;
        this.httpPort = httpPort;
    }

    public static void main(String[] args) throws Exception {
        Traffic traffic = new Traffic(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                Integer.parseInt(args[3]));
        String only = args[4];
        for (Way way : traffic.ways()) {
            if (only.equals("all") || only.equals(way.name)) {
                way.work.make();
            }
        }
    }

    private interface Work {
        void make() throws Exception;
    }

    private record Way(String name, Work work) {}

    private List<Way> ways() {
        List<Way> ways = new ArrayList<>(List.of(
                new Way("jedis", this::jedis),
                new Way("h2", this::h2),
                new Way("http", this::http),
                new Way("http async", this::httpAsync),
                new Way("fixed pool", () -> pool("fixed pool", Executors.newFixedThreadPool(THREADS)))));
        if (Runtime.version().feature() >= 21) {
            ways.add(new Way(
                    "virtual threads",
                    () -> pool("virtual threads", (ExecutorService) Executors.class
                            .getMethod("newVirtualThreadPerTaskExecutor")
                            .invoke(null))));
        }
        return ways;
    }

    private interface Call {
        void make(int number) throws Exception;
    }

    private void inSection(String name, Call call) throws Exception {
        for (int i = 0; i < OUTSIDE; i++) {
            call.make(i);
        }
        try (Section section = Tracer.section(name)) {
            for (int i = 0; i < calls; i++) {
                call.make(i);
            }
        }
        for (int i = 0; i < OUTSIDE; i++) {
            call.make(i);
        }
    }

    private void jedis() throws Exception {
        try (Jedis jedis = new Jedis("127.0.0.1", redisPort)) {
            inSection("jedis", number -> jedis.get("beer:" + number));
        }
    }

    private void h2() throws Exception {
        try (Connection database =
                        DriverManager.getConnection("jdbc:h2:tcp://127.0.0.1:" + h2Port + "/mem:traffic", "sa", "");
                PreparedStatement select = database.prepareStatement("select ? + 1")) {
            inSection("h2", number -> {
                select.setInt(1, number);
                try (ResultSet rows = select.executeQuery()) {
                    rows.next();
                }
            });
        }
    }

    private HttpRequest request(int number) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/beer/" + number))
                .build();
    }

    private void http() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        inSection("http", number -> client.send(request(number), BodyHandlers.ofString()));
    }

    private void httpAsync() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        inSection(
                "http async",
                number -> client.sendAsync(request(number), BodyHandlers.ofString())
                        .thenCompose(answer -> CompletableFuture.completedFuture(answer.body()))
                        .join());
    }

    /** Jedis's own pool can hang with virtual threads: redis/jedis#3927. */
    private void pool(String name, ExecutorService threads) throws Exception {
        BlockingQueue<Jedis> connections = new LinkedBlockingQueue<>();
        for (int i = 0; i < THREADS; i++) {
            connections.add(new Jedis("127.0.0.1", redisPort));
        }
        try (Section section = Tracer.section(name)) {
            List<Callable<String>> tasks = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                String key = "beer:" + i;
                tasks.add(() -> {
                    Jedis jedis = connections.take();
                    try {
                        return jedis.get(key);
                    } finally {
                        connections.add(jedis);
                    }
                });
            }
            for (Future<String> answer : threads.invokeAll(tasks)) {
                answer.get();
            }
        }
        threads.shutdown();
        connections.forEach(Jedis::close);
    }
}
