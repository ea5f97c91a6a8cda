package coach.course.latency;

import java.util.Random;

/**
 * Latencies as a bad day makes them: log-normal with a heavy tail, each start of each side a few per cent off, and a
 * drift that hits both sides.
 */
final class NoisyMachine implements Simulation.Source {

    private static final double OF_DRIFT = 0.03;

    private final double ofRequests;
    private final double ofStarts;
    private final double heldUp;
    private final double beforeMillis;
    private final double afterMillis;
    private double beforeFactor;
    private double afterFactor;
    private double drift;

    NoisyMachine(double beforeMillis, double afterMillis) {
        this(beforeMillis, afterMillis, 0.15, 0.04, 0.05);
    }

    /** As the proof's requests vary where other processes keep all cores busy. */
    static NoisyMachine busy(double beforeMillis, double afterMillis) {
        return new NoisyMachine(beforeMillis, afterMillis, 0.4, 0.08, 0.15);
    }

    private NoisyMachine(double beforeMillis, double afterMillis, double ofRequests, double ofStarts, double heldUp) {
        this.ofRequests = ofRequests;
        this.ofStarts = ofStarts;
        this.heldUp = heldUp;
        this.beforeMillis = beforeMillis;
        this.afterMillis = afterMillis;
    }

    @Override
    public void startAfresh(Random random) {
        beforeFactor = factor(random, ofStarts);
        afterFactor = factor(random, ofStarts);
        drift = 1;
    }

    @Override
    public double[] round(Random random) {
        drift *= factor(random, OF_DRIFT);
        return new double[] {
            nanos(beforeMillis * beforeFactor, random), nanos(afterMillis * afterFactor, random),
        };
    }

    private double nanos(double millis, Random random) {
        double tail = random.nextDouble() < heldUp ? 1 + Math.pow(random.nextDouble(), -0.7) : 1;
        return 1e6 * millis * drift * factor(random, ofRequests) * tail;
    }

    private static double factor(Random random, double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }
}
