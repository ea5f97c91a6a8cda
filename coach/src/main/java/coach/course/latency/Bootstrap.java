package coach.course.latency;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Estimates how the ratio of two sides' medians varies with other requests and other fresh starts.
 *
 * <p>Two levels, because there are two kinds of chance. Within each start, rounds are drawn anew from those that were
 * seen. A round's two requests stay together: what slowed both, the ratio does not feel. Over the starts nothing can be
 * drawn anew, as two of them have only three ways to be drawn; there the mean is moved by every error that their {@link
 * StartVariance} allows.
 *
 * <p>All ratios are logarithms here: then twice as fast is as far from 1 as twice as slow.
 */
final class Bootstrap {

    private static final int REDRAWN = 100;
    private static final int HALVINGS = 20;
    // Farther than any two sides lie apart: a factor of e to the 20th.
    private static final double FAR = 20;
    // Constant, so that the same samples get the same verdict tomorrow.
    private static final long SEED = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final double mean;
    private final StartVariance spread;
    private final double[] redrawn = new double[REDRAWN];

    Bootstrap(List<JvmRun> starts) {
        double[] ratios = starts.stream()
                .mapToDouble(start -> logRatio(start.before(), start.after()))
                .toArray();
        mean = Arrays.stream(ratios).average().orElseThrow();
        spread = new StartVariance(ratios);
        starts.forEach(this::redraw);
        Arrays.setAll(redrawn, i -> redrawn[i] / starts.size());
    }

    /** Gives the mean of the starts' ratios. */
    double mean() {
        return mean;
    }

    /**
     * Gives the ratio that lies above this share of the estimates; found by bisection, as the share grows with the
     * ratio.
     */
    double quantile(double share) {
        double low = mean - FAR;
        double high = mean + FAR;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (shareBelow(middle) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double shareBelow(double ratio) {
        double sum = 0;
        for (double from : redrawn) {
            sum += spread.probabilityBelow(ratio - from);
        }
        return sum / REDRAWN;
    }

    private void redraw(JvmRun start) {
        double[] before = start.before();
        double[] after = start.after();
        for (int i = 0; i < REDRAWN; i++) {
            redrawn[i] += redrawn(before, after);
        }
    }

    private double redrawn(double[] before, double[] after) {
        double[] someBefore = new double[before.length];
        double[] someAfter = new double[after.length];
        for (int i = 0; i < before.length; i++) {
            int round = random.nextInt(before.length);
            someBefore[i] = before[round];
            someAfter[i] = after[round];
        }
        return logRatio(someBefore, someAfter);
    }

    private static double logRatio(double[] before, double[] after) {
        return Math.log(Median.of(after) / Median.of(before));
    }
}
