package coach.course.latency;

import java.util.Arrays;

/** Computes the median of some numbers. */
final class Median {

    private Median() {}

    static double of(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
