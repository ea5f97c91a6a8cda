package test;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Many guests who ask at once. */
final class Guests {

    static final int MANY = 40;

    private Guests() {}

    static void atOnce(Supplier<?> question) {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<CompletableFuture<Void>> all = IntStream.range(0, MANY)
                    .mapToObj(guest -> CompletableFuture.runAsync(question::get, threads))
                    .toList();
            all.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }
}
