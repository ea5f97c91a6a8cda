package coach.course.latency;

/** How a duel ended: the verdict, and the figures it rests on. */
public record MeasurementOutcome(
        Verdict verdict,
        Claim claim,
        LatencySamples before,
        LatencySamples after,
        LatencyRatio comparison,
        int starts) {

    /** Whether the claim is proven. Inconclusive is not. */
    public boolean passes() {
        return verdict == Verdict.PROVEN;
    }

    /** What was measured, without a word on whether that was claimed; each side with its name. */
    public String figures() {
        return "p50 %s, %s; ratio %s"
                .formatted(before.sentence(), after.sentence(), LatencyText.ratio(comparison.ratio()));
    }

    /** Such as {@code p50 before 462 ms (p95 481), after 24 ms (p95 31); ratio 0.052 …, claimed at most 0.25: proven}. */
    public String sentence() {
        return "p50 %s, %s; %s: %s"
                .formatted(before.sentence(), after.sentence(), claim.sentence(comparison), verdictInWords());
    }

    private String verdictInWords() {
        if (verdict.isDecided()) {
            return verdict == Verdict.PROVEN ? "proven" : "refuted";
        }
        return "inconclusive, the claim lies inside the interval even after %d requests of each in %d fresh starts"
                .formatted(before.samples(), starts);
    }
}
