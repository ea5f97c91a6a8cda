package sockettracer.program;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;
import sockettracer.Section;
import sockettracer.Tracer;

/**
 * Has eight sections make calls in every way, all eight at once or one after another. Each call says in its text which
 * section it is of: {@code pool:3} is section 3's, over the pool.
 */
public final class Crowd {

    private static final int SECTIONS = 8;

    private final int httpPort;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService pool = Executors.newFixedThreadPool(3);
    private final ForkJoinPool forkJoin = new ForkJoinPool(3);
    private final BlockingQueue<Jedis> connections = new LinkedBlockingQueue<>();
    private final ExecutorService virtual;

    private Crowd(int redisPort, int httpPort) throws ReflectiveOperationException {
        this.httpPort = httpPort;
        for (int i = 0; i < 2 * SECTIONS; i++) {
            connections.add(new Jedis("127.0.0.1", redisPort));
        }
        virtual = Runtime.version().feature() < 21
                ? null
                : (ExecutorService) Executors.class
                        .getMethod("newVirtualThreadPerTaskExecutor")
                        .invoke(null);
    }

    public static void main(String[] args) throws Exception {
        Crowd crowd = new Crowd(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        boolean atOnce = Boolean.parseBoolean(args[2]);
        for (String way :
                List.of("same", "send", "async", "pool", "thread", "virtual", "supply", "parallel", "completion")) {
            if (!way.equals("virtual") || crowd.virtual != null) {
                crowd.run(way, atOnce);
            }
        }
        for (int i = 0; atOnce && i < SECTIONS; i += 2) {
            crowd.help(i, i + 1);
        }
        crowd.pool.shutdown();
        crowd.forkJoin.shutdown();
    }

    private void run(String way, boolean atOnce) throws Exception {
        CyclicBarrier allOpen = new CyclicBarrier(atOnce ? SECTIONS : 1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < SECTIONS; i++) {
            int number = i;
            Thread thread = new Thread(() -> section(way, number, () -> meet(allOpen)));
            threads.add(thread);
            thread.start();
            if (!atOnce) {
                thread.join();
            }
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** While a section waits for a task in a fork-join pool of two threads, its thread makes the call of that task's section. */
    private void help(int waiting, int busy) {
        ForkJoinPool twoThreads = new ForkJoinPool(2);
        CountDownLatch forked = new CountDownLatch(1);
        CountDownLatch called = new CountDownLatch(1);
        ForkJoinTask<?> helped = ForkJoinTask.adapt(() -> {
            try (Section section = Tracer.section(String.valueOf(busy))) {
                ForkJoinTask.adapt(() -> {
                            redis("helping:" + busy);
                            called.countDown();
                        })
                        .fork();
                forked.countDown();
                await(called);
            }
        });
        twoThreads
                .submit(() -> {
                    helped.fork();
                    try (Section section = Tracer.section(String.valueOf(waiting))) {
                        await(forked);
                        helped.join();
                        redis("helping:" + waiting);
                    }
                })
                .join();
        twoThreads.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All are open before the first call is made, and until the last one was. */
    private void section(String way, int number, Runnable meeting) {
        try (Section section = Tracer.section(String.valueOf(number))) {
            meeting.run();
            call(way, number);
            meeting.run();
        }
    }

    private void call(String way, int number) {
        String text = way + ":" + number;
        switch (way) {
            case "same" -> redis(text);
            case "send" -> {
                httpSend(text);
                // On a connection that is there already.
                httpSend(text);
            }
            case "async" ->
                CompletableFuture.allOf(httpAsync(text), httpAsync(text), httpAsync(text))
                        .join();
            case "pool" -> CompletableFuture.runAsync(() -> redis(text), pool).join();
            case "thread" -> join(new Thread(() -> redis(text)));
            case "virtual" ->
                CompletableFuture.runAsync(() -> redis(text), virtual).join();
            case "supply" ->
                CompletableFuture.runAsync(() -> redis(text), forkJoin).join();
            case "completion" ->
                CompletableFuture.runAsync(() -> {}, pool)
                        .thenRun(() -> redis(text))
                        .join();
            default -> IntStream.range(0, 4).parallel().forEach(i -> redis(text));
        }
    }

    private void redis(String text) {
        try {
            Jedis jedis = connections.take();
            jedis.get(text);
            connections.add(jedis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(String text) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/" + text))
                .build();
    }

    private void httpSend(String text) {
        try {
            http.send(request(text), BodyHandlers.ofString());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<?> httpAsync(String text) {
        return http.sendAsync(request(text), BodyHandlers.ofString());
    }

    private static void join(Thread thread) {
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
