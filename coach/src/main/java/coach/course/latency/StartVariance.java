package coach.course.latency;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The distribution of the error that the mean of a few starts' ratios (as logarithms) has because one JVM differs from
 * the next.
 *
 * <p>Two or three starts say little about their own spread: by chance they often agree. So what is known of other
 * starts is weighed in, as if some more had been seen, and the starts' own spread counts in full wherever it is larger.
 * For what is then still unknown about the spread, errors follow Student's distribution instead of the normal one: its
 * tails are heavier.
 */
final class StartVariance {

    // Of identical bars: 2 % was recorded for answers of half a second, 10 % for those of a few milliseconds.
    private static final double USUAL = 0.05;
    private static final int STARTS_SEEN_BEFORE = 4;

    private final int starts;
    private final double variance;
    private final TDistribution student;

    StartVariance(double[] logRatios) {
        this.starts = logRatios.length;
        double own = starts == 1 ? 0 : variance(logRatios);
        int ownDegrees = starts - 1;
        double weighed = (STARTS_SEEN_BEFORE * USUAL * USUAL + ownDegrees * own) / (STARTS_SEEN_BEFORE + ownDegrees);
        this.variance = Math.max(own, weighed);
        this.student = TDistribution.of(STARTS_SEEN_BEFORE + ownDegrees);
    }

    /** Gives the probability that the mean's error is below this one; an error may be negative. */
    double probabilityBelow(double error) {
        return student.cumulativeProbability(error / Math.sqrt(variance / starts));
    }

    private static double variance(double[] numbers) {
        double mean = Arrays.stream(numbers).average().orElseThrow();
        return Arrays.stream(numbers)
                        .map(number -> (number - mean) * (number - mean))
                        .sum()
                / (numbers.length - 1);
    }
}
