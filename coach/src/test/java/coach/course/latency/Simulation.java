package coach.course.latency;

import java.io.IOException;
import java.util.Random;

/** Runs a measurement in no time: its sides answer at once, and move a clock on by what a source of rounds says. */
final class Simulation {

    /** A source of latencies, in nanoseconds. */
    interface Source {

        void startAfresh(Random random);

        /** One of each side: before, then after. */
        double[] round(Random random);
    }

    private final Source source;
    private final Random random;
    private double[] round;
    private int requests;
    private int freshStarts;
    private long now;

    Simulation(Source source, long seed) {
        this.source = source;
        this.random = new Random(seed);
        source.startAfresh(random);
    }

    PairedMeasurement measurement(SamplingPlan plan) {
        return new PairedMeasurement(side("before", 0), side("after", 1), this::startAfresh, plan, () -> now);
    }

    static MeasurementOutcome outcome(Source source, long seed, SamplingPlan plan, Claim claim) {
        try {
            return new Simulation(source, seed).measurement(plan).measure(claim);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("nothing here can fail", e);
        }
    }

    int requests() {
        return requests;
    }

    int freshStarts() {
        return freshStarts;
    }

    private void startAfresh() {
        freshStarts++;
        source.startAfresh(random);
    }

    private MeasuredSide side(String name, int index) {
        return new MeasuredSide() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void request() {
                if (requests++ % 2 == 0) {
                    round = source.round(random);
                }
                now += Math.round(round[index]);
            }
        };
    }
}
