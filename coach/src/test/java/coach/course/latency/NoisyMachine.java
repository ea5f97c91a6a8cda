package coach.course.latency;

import java.util.Random;

/**
 * Latencies as a bad day makes them: log-normal with a heavy tail, each start of each side a few per cent off, and a
 * drift that hits both sides.
 */
final class NoisyMachine implements Simulation.Source {

    private static final double OF_REQUESTS = 0.15;
    private static final double OF_STARTS = 0.04;
    private static final double OF_DRIFT = 0.03;
    private static final double HELD_UP = 0.05;

    private final double beforeMillis;
    private final double afterMillis;
    private double beforeFactor;
    private double afterFactor;
    private double drift;

    NoisyMachine(double beforeMillis, double afterMillis) {
        this.beforeMillis = beforeMillis;
        this.afterMillis = afterMillis;
    }

    @Override
    public void startAfresh(Random random) {
        beforeFactor = factor(random, OF_STARTS);
        afterFactor = factor(random, OF_STARTS);
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
        double tail = random.nextDouble() < HELD_UP ? 1 + Math.pow(random.nextDouble(), -0.7) : 1;
        return 1e6 * millis * drift * factor(random, OF_REQUESTS) * tail;
    }

    private static double factor(Random random, double deviation) {
        return Math.exp(deviation * random.nextGaussian());
    }
}
