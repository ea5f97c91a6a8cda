package coach.course.latency;

/** A claim about the latency of one state compared with that of another. */
public sealed interface Claim {

    static Claim atMost(double ratio) {
        return new AtMost(ratio);
    }

    static Claim atLeast(double ratio) {
        return new AtLeast(ratio);
    }

    /** Claims at most 1.25 times as long, or 1 ms longer: a quarter of a very short time cannot be noticed. */
    static Claim noSlower() {
        return new NoSlower(1.25, 1_000_000);
    }

    /** Gives the accepted probability of a wrong proof; for an improvement it is small. */
    default double risk() {
        return 0.01;
    }

    Verdict verdict(LatencyRatio seen);

    /** Gives the measured figures that the claim is about, and the claim itself. */
    String sentence(LatencyRatio seen);

    /** Says in plain words what was claimed. */
    String plainly(Verdict verdict);

    private static String tooClose(String expected, Verdict verdict) {
        return expected + (verdict.isDecided() ? "." : ": too close to tell.");
    }

    record AtMost(double ratio) implements Claim {

        @Override
        public Verdict verdict(LatencyRatio seen) {
            return Verdict.of(seen.ratio().high() <= ratio, seen.ratio().low() > ratio);
        }

        @Override
        public String sentence(LatencyRatio seen) {
            return "ratio " + LatencyText.ratio(seen.ratio()) + ", claimed at most " + LatencyText.claimed(ratio);
        }

        @Override
        public String plainly(Verdict verdict) {
            return tooClose("At least %s was expected".formatted(LatencyText.times(ratio)), verdict);
        }
    }

    record AtLeast(double ratio) implements Claim {

        @Override
        public Verdict verdict(LatencyRatio seen) {
            return Verdict.of(seen.ratio().low() >= ratio, seen.ratio().high() < ratio);
        }

        @Override
        public String sentence(LatencyRatio seen) {
            return "ratio " + LatencyText.ratio(seen.ratio()) + ", claimed at least " + LatencyText.claimed(ratio);
        }

        @Override
        public String plainly(Verdict verdict) {
            return tooClose("At least %s was expected".formatted(LatencyText.times(ratio)), verdict);
        }
    }

    record NoSlower(double ratio, double nanos) implements Claim {

        /** The usual risk for a proof that something does no harm. */
        @Override
        public double risk() {
            return 0.05;
        }

        @Override
        public Verdict verdict(LatencyRatio seen) {
            ConfidenceInterval difference = seen.differenceNanos();
            return Verdict.of(
                    seen.ratio().high() <= ratio || difference.high() <= nanos,
                    seen.ratio().low() > ratio && difference.low() > nanos);
        }

        @Override
        public String sentence(LatencyRatio seen) {
            return "ratio %s, difference %s, claimed no slower (at most %s times, or %s more)"
                    .formatted(
                            LatencyText.ratio(seen.ratio()),
                            LatencyText.difference(seen.differenceNanos()),
                            LatencyText.claimed(ratio),
                            LatencyText.millis(nanos));
        }

        @Override
        public String plainly(Verdict verdict) {
            return switch (verdict) {
                case PROVEN -> "No slower, as was expected.";
                case REFUTED -> "That is slower, and it should not be.";
                case INCONCLUSIVE -> "It should be no slower: too close to tell.";
            };
        }
    }
}
