package coach.course.latency;

/**
 * Spreads the accepted probability of a wrong verdict over all looks at the samples.
 *
 * <p>A method that looks after every batch, and stops at the first look that pleases, is wrong far more often than one
 * look is. So all the looks that there may be share a single risk, fixed beforehand: the early ones a little of it, for
 * effects too large to miss, and the last look of each attempt nearly all.
 */
final class AlphaSpending {

    /** The part of the risk that the early looks share. */
    private static final double EARLY = 0.2;

    private final double early;
    private final double last;

    /** @param all the risk of a wrong proof; that of a wrong refutation is as large */
    AlphaSpending(double all, int attempts, int looksInEach) {
        double ofEarlyLooks = looksInEach == 1 ? 0 : EARLY * all;
        this.early = looksInEach == 1 ? 0 : ofEarlyLooks / (attempts * (looksInEach - 1));
        this.last = (all - ofEarlyLooks) / attempts;
    }

    double of(boolean lastLook) {
        return lastLook ? last : early;
    }
}
