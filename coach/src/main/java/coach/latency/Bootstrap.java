package coach.latency;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the ratio of two sides' medians might have been as well, had other requests been sent to other fresh starts.
 *
 * <p>Two levels, because there are two kinds of chance. Within each start, rounds are drawn anew from those that were seen. A
 * round's two requests stay together: what slowed both, the ratio does not feel. Over the starts nothing can be drawn anew, as
 * two of them have only three ways to be drawn; there the mean is moved by an error as large as their {@link Spread} allows.
 */
final class Bootstrap {

    private static final int REDRAWN = 200;
    // Constant, so that the same samples get the same verdict tomorrow.
    private static final long SEED = 4;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<Start> starts;

    Bootstrap(List<Start> starts) {
        this.starts = starts;
    }

    /** The mean of the starts' ratios, as a logarithm. */
    double logRatio() {
        return Arrays.stream(logRatios()).average().orElseThrow();
    }

    /** Sorted. */
    double[] draws() {
        Spread spread = new Spread(logRatios());
        double[] draws = StudentDraws.of(spread.degrees());
        int errorsEach = draws.length / REDRAWN;
        for (int first = 0; first < draws.length; first += errorsEach) {
            double redrawn = redrawnLogRatio();
            for (int i = first; i < first + errorsEach; i++) {
                draws[i] = redrawn + spread.error(draws[i]);
            }
        }
        Arrays.sort(draws);
        return draws;
    }

    private double[] logRatios() {
        return starts.stream()
                .mapToDouble(start -> logRatio(start.before(), start.after()))
                .toArray();
    }

    private double redrawnLogRatio() {
        return starts.stream().mapToDouble(this::redrawn).average().orElseThrow();
    }

    private double redrawn(Start start) {
        double[] before = start.before();
        double[] after = start.after();
        double[] redrawnBefore = new double[before.length];
        double[] redrawnAfter = new double[after.length];
        for (int i = 0; i < before.length; i++) {
            int round = random.nextInt(before.length);
            redrawnBefore[i] = before[round];
            redrawnAfter[i] = after[round];
        }
        return logRatio(redrawnBefore, redrawnAfter);
    }

    private static double logRatio(double[] before, double[] after) {
        return Math.log(Median.of(after) / Median.of(before));
    }
}
