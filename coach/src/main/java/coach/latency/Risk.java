package coach.latency;

/**
 * How probable a wrong verdict may be at each look at the samples.
 *
 * <p>Who looks after every batch, and stops at the first look that pleases, is wrong far more often than one look's risk says. So
 * all the looks that there may be share a single risk, fixed beforehand: the early ones a little of it, for effects too large
 * to miss, and the last look of each attempt nearly all.
 */
final class Risk {

    /** Of a wrong proof, and the same again of a wrong refutation. */
    static final double ALL = 0.01;

    private static final double EARLY = 0.002;

    private final double early;
    private final double last;

    Risk(int attempts, int looksInEach) {
        this.early = looksInEach == 1 ? 0 : EARLY / (attempts * (looksInEach - 1));
        this.last = (looksInEach == 1 ? ALL : ALL - EARLY) / attempts;
    }

    double of(boolean lastLook) {
        return lastLook ? last : early;
    }
}
