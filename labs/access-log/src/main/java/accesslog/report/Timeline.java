package accesslog.report;

import java.util.Arrays;

/** Counts operations and their work by time; where the log is long, its cells are wide. */
final class Timeline {

    private static final int CELLS = 4_096;
    private static final long SECOND = 1_000_000_000L;

    private long width = 1;
    /** The number of the first cell, counted from 1970 in widths. */
    private long first;

    private int used;
    private final long[] counts = new long[CELLS];
    private final long[] work = new long[CELLS];

    void add(long nanos, long took) {
        int cell = cell(Math.floorDiv(nanos, SECOND));
        counts[cell]++;
        work[cell] += Math.max(0, took);
    }

    private int cell(long second) {
        long number = Math.floorDiv(second, width);
        if (used == 0) {
            first = number;
            used = 1;
        }
        while (Math.max(number, first + used - 1) - Math.min(number, first) >= CELLS) {
            widen();
            number = Math.floorDiv(second, width);
        }
        if (number < first) {
            shift((int) (first - number));
        }
        int cell = (int) (number - first);
        used = Math.max(used, cell + 1);
        return cell;
    }

    private void widen() {
        long firstAfter = Math.floorDiv(first, 2);
        long[] oldCounts = counts.clone();
        long[] oldWork = work.clone();
        Arrays.fill(counts, 0);
        Arrays.fill(work, 0);
        int last = 0;
        for (int i = 0; i < used; i++) {
            last = (int) (Math.floorDiv(first + i, 2) - firstAfter);
            counts[last] += oldCounts[i];
            work[last] += oldWork[i];
        }
        used = last + 1;
        first = firstAfter;
        width *= 2;
    }

    private void shift(int by) {
        System.arraycopy(counts, 0, counts, by, used);
        System.arraycopy(work, 0, work, by, used);
        Arrays.fill(counts, 0, by, 0);
        Arrays.fill(work, 0, by, 0);
        first -= by;
        used += by;
    }

    void addAll(Timeline other) {
        for (int i = 0; i < other.used; i++) {
            if (other.counts[i] > 0) {
                int cell = cell((other.first + i) * other.width);
                counts[cell] += other.counts[i];
                work[cell] += other.work[i];
            }
        }
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** When the first cell begins, in seconds since 1970. */
    long start() {
        return first * width;
    }

    long end() {
        return (first + used) * width;
    }

    long cellSeconds() {
        return width;
    }

    /** Operations a second, in at most so many columns. */
    double[] rates(int columns) {
        return perSecond(counts, columns, 1);
    }

    /** Operations that were worked on at once, on average. */
    double[] busy(int columns) {
        return perSecond(work, columns, SECOND);
    }

    private double[] perSecond(long[] cells, int columns, double unit) {
        int each = Math.max(1, (used + columns - 1) / columns);
        double[] rates = new double[(used + each - 1) / each];
        for (int i = 0; i < used; i++) {
            rates[i / each] += cells[i] / unit / width / Math.min(each, used - i / each * each);
        }
        return rates;
    }
}
