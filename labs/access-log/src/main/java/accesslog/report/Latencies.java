package accesslog.report;

import java.util.Arrays;
import org.HdrHistogram.IntCountsHistogram;

/** Keeps the distribution of times: the first few as they are, for most keys have no more, then a histogram of about 5 % precision. */
final class Latencies {

    private static final int FEW = 12;
    private static final int DIGITS = 1;
    private static final long MICRO = 1_000;

    private long[] few = new long[2];
    private int count;
    private IntCountsHistogram histogram;

    void add(long nanos) {
        long micros = Math.max(0, nanos / MICRO);
        if (histogram != null) {
            histogram.recordValue(micros);
        } else if (count < FEW) {
            few = count == few.length ? Arrays.copyOf(few, Math.min(FEW, count * 3)) : few;
            few[count++] = micros;
        } else {
            histogram().recordValue(micros);
        }
    }

    private IntCountsHistogram histogram() {
        if (histogram == null) {
            histogram = new IntCountsHistogram(DIGITS);
            histogram.setAutoResize(true);
            for (int i = 0; i < count; i++) {
                histogram.recordValue(few[i]);
            }
            few = null;
        }
        return histogram;
    }

    void addAll(Latencies other) {
        if (other.histogram != null) {
            histogram().add(other.histogram);
        } else {
            for (int i = 0; i < other.count; i++) {
                add(other.few[i] * MICRO);
            }
        }
    }

    /** In nanoseconds; the time that so much of a hundred stays below. */
    long percentile(double percent) {
        if (histogram != null) {
            return histogram.getValueAtPercentile(percent) * MICRO;
        }
        if (count == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(few, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * count) - 1)] * MICRO;
    }
}
