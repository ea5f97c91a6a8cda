package coach.course.check;

import coach.course.latency.SamplingPlan;

/** How many requests of each side a measurement takes: of slow ones few, or nobody would wait for it. */
public enum SampleSize {
    /** Some milliseconds each. */
    QUICK(20, 60, 180),
    /** Half a second each. */
    SLOW(1, 6, 18);

    private final int warmUp;
    private final int batch;
    private final int most;

    SampleSize(int warmUp, int batch, int most) {
        this.warmUp = warmUp;
        this.batch = batch;
        this.most = most;
    }

    public SamplingPlan plan(int starts) {
        return new SamplingPlan(warmUp, batch, most, starts);
    }
}
