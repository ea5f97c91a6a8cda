package coach.course.latency;

/** The decision about a claim, as far as the samples allow one. */
public enum Verdict {
    PROVEN,
    REFUTED,
    /** The interval straddles the claim: neither a yes nor a no, and never a pass. */
    INCONCLUSIVE;

    static Verdict of(boolean proven, boolean refuted) {
        if (proven) {
            return PROVEN;
        }
        return refuted ? REFUTED : INCONCLUSIVE;
    }

    public boolean isDecided() {
        return this != INCONCLUSIVE;
    }
}
