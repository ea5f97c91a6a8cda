package coach.course.check;

import coach.bar.OutputListener;
import coach.bar.compiler.CompiledServices;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Collects the app's log, and waits for lines of it. */
final class AppLog implements OutputListener {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<String> lines = new ArrayList<>();
    private long lastCame = System.nanoTime();

    @Override
    public synchronized void onLine(String process, String line) {
        if (process.equals(CompiledServices.APP)) {
            lines.add(line);
            lastCame = System.nanoTime();
            notifyAll();
        }
    }

    synchronized int mark() {
        return lines.size();
    }

    /** Gives the lines after the mark, as soon as they are enough, or when no more came for a few seconds. */
    synchronized List<String> since(int mark, Predicate<List<String>> enough) {
        long asked = System.nanoTime();
        while (!enough.test(lines.subList(mark, lines.size()))) {
            long quietSince = Math.max(asked, lastCame);
            long left = (quietSince + PATIENCE.toNanos() - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            await(left);
        }
        return List.copyOf(lines.subList(mark, lines.size()));
    }

    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the app's log", e);
        }
    }
}
