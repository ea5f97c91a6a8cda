package coach.course.latency;

/**
 * How probable a wrong verdict may be at each look at the samples.
 *
 * <p>Who looks after every batch, and stops at the first look that pleases, is wrong far more often than one look's risk says. So
 * all the looks that there may be share a single risk, fixed beforehand: the early ones a little of it, for effects too large
 * to miss, and the last look of each attempt nearly all.
 */
final class AlphaSpending {

    /** What the early looks share of it. */
    private static final double EARLY = 0.2;

    private final double early;
    private final double last;

    /** @param all of a wrong proof, and the same again of a wrong refutation */
    AlphaSpending(double all, int attempts, int looksInEach) {
        double ofEarlyLooks = looksInEach == 1 ? 0 : EARLY * all;
        this.early = looksInEach == 1 ? 0 : ofEarlyLooks / (attempts * (looksInEach - 1));
        this.last = (all - ofEarlyLooks) / attempts;
    }

    double of(boolean lastLook) {
        return lastLook ? last : early;
    }
}
