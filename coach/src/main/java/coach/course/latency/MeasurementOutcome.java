package coach.course.latency;

/** The end of a measurement: the verdict, and the figures that it rests on. */
public record MeasurementOutcome(
        Verdict verdict,
        Claim claim,
        LatencySamples before,
        LatencySamples after,
        LatencyRatio comparison,
        int starts) {

    /** Says whether the claim is proven; an inconclusive measurement does not pass. */
    public boolean passes() {
        return verdict == Verdict.PROVEN;
    }

    /** Gives the figures alone, each side with its name, without the claim and the verdict. */
    public String figures() {
        return "p50 %s, %s; ratio %s"
                .formatted(before.sentence(), after.sentence(), LatencyText.ratio(comparison.ratio()));
    }

    /**
     * Gives figures, claim and verdict: {@code p50 before 462 ms (p95 481), after 24 ms (p95 31); ratio 0.052 …,
     * claimed at most 0.25: proven}.
     */
    public String sentence() {
        return "p50 %s, %s; %s: %s"
                .formatted(before.sentence(), after.sentence(), claim.sentence(comparison), verdictText());
    }

    private String verdictText() {
        if (verdict.isDecided()) {
            return verdict == Verdict.PROVEN ? "proven" : "refuted";
        }
        return "inconclusive, the claim lies inside the interval even after %d requests of each in %d fresh starts"
                .formatted(before.samples(), starts);
    }
}
