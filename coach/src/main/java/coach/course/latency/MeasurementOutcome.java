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

    /** Says in plain words how the two sides compare: {@code before usually takes 462 ms, after 24 ms: 19 times as quick}. */
    public String plainly() {
        return "%s usually takes %s, %s %s: %s"
                .formatted(
                        before.name(),
                        LatencyText.millis(before.p50Nanos()),
                        after.name(),
                        LatencyText.millis(after.p50Nanos()),
                        LatencyText.times(comparison.ratio().value()));
    }

    /** Gives the figures alone, each side with its name, without the claim and the verdict. */
    public String figures() {
        return "p50 %s, %s; ratio %s"
                .formatted(before.sentence(), after.sentence(), LatencyText.ratio(comparison.ratio()));
    }

    /**
     * Gives a line in plain words, and one with the figures, the claim and the verdict:
     *
     * <pre>
     *   before usually takes 462 ms, after 24 ms: 19 times as quick. At least 4 times as quick was expected.
     *   p50 before 462 ms (p95 481), after 24 ms (p95 31); ratio 0.052 (0.049 to 0.054), claimed at most 0.25: proven
     * </pre>
     */
    public String sentence() {
        return "%s. %s%np50 %s, %s; %s: %s"
                .formatted(
                        plainly(),
                        claim.plainly(verdict),
                        before.sentence(),
                        after.sentence(),
                        claim.sentence(comparison),
                        verdictText());
    }

    private String verdictText() {
        if (verdict.isDecided()) {
            return verdict == Verdict.PROVEN ? "proven" : "refuted";
        }
        return "inconclusive, the claim lies inside the interval even after %s requests of each in %s fresh starts"
                .formatted(before.samples(), starts);
    }
}
