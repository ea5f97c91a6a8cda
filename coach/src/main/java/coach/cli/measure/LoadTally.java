package coach.cli.measure;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import traces.model.DurationText;

/** Counts what was sent and how it ended, and keeps how long the answers took since the last line. */
final class LoadTally {

    private static final int DIGITS = 3;

    private final Histogram nanos = new Histogram(DIGITS);
    private long sent;
    private long answered;
    private long failed;

    synchronized void sent() {
        sent++;
    }

    synchronized void ended(boolean well, long took) {
        if (well) {
            answered++;
            nanos.recordValue(took);
        } else {
            failed++;
        }
        notifyAll();
    }

    synchronized boolean hasAnswers() {
        return answered > 0;
    }

    /** Waits until all that was sent has ended, at most that long. */
    synchronized void awaitAll(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); answered + failed < sent && left > 0; left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Since the last one: {@code 20 sent, 20 answered, 0 failed; p50 12 ms, p95 480 ms}. */
    synchronized String line() {
        String line = "%d sent, %d answered, %d failed".formatted(sent, answered, failed);
        String latency = nanos.getTotalCount() == 0
                ? ""
                : "; since the last line p50 %s, p95 %s"
                        .formatted(
                                DurationText.text(nanos.getValueAtPercentile(50)),
                                DurationText.text(nanos.getValueAtPercentile(95)));
        nanos.reset();
        return line + latency;
    }
}
